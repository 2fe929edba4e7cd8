-- privacy_save: choose who may see a part of your profile.
--
-- Setting the current value is not stored: a default stays a default.
--
-- Parameters
--   p_actor_id  users.id of the person
--   p_field     privacy_fields.name
--   p_audience  everyone, members, alumni, students_of_my_campus, people_i_follow, only_me
-- Result sets
--   none
-- Errors
--   45401  not signed in
--   45403  the actor is an admin
--   45422  invalid value
-- Example
--   CALL privacy_save(2, 'phone', 'members');

DROP PROCEDURE IF EXISTS privacy_save;

DELIMITER //

CREATE PROCEDURE privacy_save (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_field VARCHAR(20),
    IN p_audience VARCHAR(30)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Choose who may see a part of your profile.'
BEGIN
    DECLARE v_profile_id BIGINT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    CALL _profile_lock_as(p_actor_id, 'member', v_profile_id);
    CALL _privacy_write(p_actor_id, JSON_ARRAY(JSON_ARRAY(p_field, p_audience)));
    CALL _directory_write(p_actor_id);
    COMMIT;
END //

DELIMITER ;
