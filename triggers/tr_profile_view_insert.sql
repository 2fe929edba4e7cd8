-- tr_profile_view_insert: count a view of a person: at the alumni profile, or at the student's.

DROP TRIGGER IF EXISTS tr_profile_view_insert;

DELIMITER //

CREATE TRIGGER tr_profile_view_insert
AFTER INSERT ON profile_views
FOR EACH ROW
BEGIN
    CALL _profile_views_count(new.profile_user_id, 1);
END //

DELIMITER ;
