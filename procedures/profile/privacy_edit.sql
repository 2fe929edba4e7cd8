-- privacy_edit: choose who may see several parts of your profile: all choices or none.
--
-- Parameters
--   p_actor_id  users.id of the person
--   p_choices   JSON array of pairs [part, audience]: privacy_fields.name and one of everyone,
--               members, alumni, students_of_my_campus, people_i_follow, only_me
-- Result sets
--   none
-- Errors
--   45400  p_choices is not such an array
--   45401  not signed in
--   45403  the actor is an admin
--   45422  invalid value
-- Example
--   CALL privacy_edit(2, '[["phone", "members"], ["birth_date", "people_i_follow"]]');

DROP PROCEDURE IF EXISTS privacy_edit;

DELIMITER //

CREATE PROCEDURE privacy_edit (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_choices TEXT
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Choose who may see several parts of your profile.'
BEGIN
    DECLARE v_profile_id BIGINT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    CALL _profile_lock_as(p_actor_id, 'member', v_profile_id);
    IF p_choices IS NULL OR NOT JSON_VALID(p_choices) OR JSON_TYPE(p_choices) <> 'ARRAY' THEN
        SIGNAL SQLSTATE '45400'
            SET MESSAGE_TEXT = 'choices: Send a JSON array of pairs of a part and an audience.';
    END IF;
    CALL _privacy_write(p_actor_id, p_choices);
    CALL _directory_write(p_actor_id);
    COMMIT;
END //

DELIMITER ;
