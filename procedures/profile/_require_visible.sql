-- _require_visible: refuse a person, or a part of a profile, that a viewer may not see.
--
-- Blocked, deleted, pending, hidden and unknown people cannot be told apart. The
-- alumni office sees all except deleted ones. Staff have no profile, only a photo.
--
-- Parameters
--   p_actor_id   users.id of the viewer; NULL: a visitor
--   p_user_id    users.id of the profile's owner
--   p_field      privacy_fields.name; profile: the whole person
--   p_directory  alumni or students: the directory of the profile; NULL: staff
-- Result sets
--   none
-- Errors
--   45401  a visitor may not see that
--   45404  no such person, or the viewer may not see them

DROP PROCEDURE IF EXISTS _require_visible;

DELIMITER //

CREATE PROCEDURE _require_visible (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED,
    IN p_field VARCHAR(20),
    OUT p_directory VARCHAR(10)
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Refuse a person that a viewer may not see.'
BEGIN
    SET p_directory = NULL;
    SELECT IF(r.name = 'alumni', 'alumni', 'students') INTO p_directory
    FROM users AS u
    JOIN roles AS r ON r.id = u.role_id
    WHERE u.id = p_user_id AND u.is_deleted = 0 AND r.name IN ('alumni', 'student');

    IF
        (p_directory IS NULL AND p_field <> 'photo')
        OR NOT COALESCE(can_see_person(p_actor_id, p_user_id, p_field), 0)
    THEN
        IF role_of(p_actor_id) IS NULL THEN
            SIGNAL SQLSTATE '45401' SET MESSAGE_TEXT = 'Sign in to continue.';
        END IF;
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Person not found.';
    END IF;
END //

DELIMITER ;
