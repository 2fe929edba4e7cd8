-- profile_work_remove: remove a position from your work history.
--
-- Parameters
--   p_actor_id  users.id of the person
--   p_work_id   alumni_work_history.id
-- Result sets
--   none
-- Errors
--   45401  not signed in
--   45403  the profile has no such part
--   45404  no such entry of the actor
-- Example
--   CALL profile_work_remove(2, 0);  -- refused: 45404

DROP PROCEDURE IF EXISTS profile_work_remove;

DELIMITER //

CREATE PROCEDURE profile_work_remove (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_work_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Remove a position from your work history.'
BEGIN
    DECLARE v_profile_id BIGINT UNSIGNED;
    DECLARE v_id BIGINT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    CALL _profile_lock_as(p_actor_id, 'alumni', v_profile_id);
    SELECT id INTO v_id
    FROM alumni_work_history
    WHERE id = p_work_id AND alumni_profile_id = v_profile_id
    FOR UPDATE;
    CALL _require_item(v_id IS NOT NULL);
    DELETE FROM alumni_work_history
    WHERE id = v_id;
    CALL _directory_write(p_actor_id);
    COMMIT;
END //

DELIMITER ;
