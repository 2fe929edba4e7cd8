-- general_audiences_of: return the audiences a person belongs to, independent of the owner.
--
-- Parameters
--   p_viewer_id  users.id of the viewer; NULL: a visitor
-- Returns
--   audiences of privacy_settings, separated by commas; all of them for the alumni office, which
--   is responsible for the content of the platform

DROP FUNCTION IF EXISTS general_audiences_of;

DELIMITER //

CREATE FUNCTION general_audiences_of(p_viewer_id BIGINT UNSIGNED)
RETURNS VARCHAR(100)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Return the audiences a person belongs to, independent of the owner.'
BEGIN
    RETURN CASE role_of(p_viewer_id)
        WHEN 'admin'
            THEN 'everyone,members,alumni,students_of_my_campus,people_i_follow,only_me'
        WHEN 'alumni' THEN 'everyone,members,alumni'
        WHEN 'student' THEN 'everyone,members'
        ELSE 'everyone'
    END;
END //

DELIMITER ;
