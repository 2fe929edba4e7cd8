-- _require_visible: the refusal of a person, or of a part of one, that is not there for a viewer.
--
-- Who is blocked, deleted or pending, who hides and who never was: nobody can tell them apart. The
-- alumni office sees all but the deleted. Staff have no profile, only a photo.
--
-- Parameters
--   p_actor_id   users.id of who looks; NULL: a visitor
--   p_user_id    users.id of whose profile it is
--   p_field      privacy_fields.name; profile: the person at all
--   p_directory  alumni or students: where the profile is; NULL: staff
-- Result sets
--   none
-- Errors
--   45401  a visitor may not see that
--   45404  no such person, or not for the viewer's eyes

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
COMMENT 'The refusal of a person that is not there for a viewer.'
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
            SIGNAL SQLSTATE '45401' SET MESSAGE_TEXT = 'Sign in first.';
        END IF;
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'There is no such person.';
    END IF;
END //

DELIMITER ;
