-- tr_profile_view_update: move a view from the counter of one person to that of another.

DROP TRIGGER IF EXISTS tr_profile_view_update;

DELIMITER //

CREATE TRIGGER tr_profile_view_update
AFTER UPDATE ON profile_views
FOR EACH ROW
BEGIN
    IF old.profile_user_id <> new.profile_user_id THEN
        CALL _profile_views_count(old.profile_user_id, -1);
        CALL _profile_views_count(new.profile_user_id, 1);
    END IF;
END //

DELIMITER ;
