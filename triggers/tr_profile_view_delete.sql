-- tr_profile_view_delete: decrement the counter of a person when a view is deleted.

DROP TRIGGER IF EXISTS tr_profile_view_delete;

DELIMITER //

CREATE TRIGGER tr_profile_view_delete
AFTER DELETE ON profile_views
FOR EACH ROW
BEGIN
    CALL _profile_views_count(old.profile_user_id, -1);
END //

DELIMITER ;
