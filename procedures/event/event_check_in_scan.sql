-- event_check_in_scan: check in a person by the code of their ticket.
-- Checking in twice is harmless.
--
-- Parameters
--   p_actor_id  users.id of the organiser or a helper
--   p_code      event_registrations.check_in_code
-- Result sets
--   registration (one)  as _checked_in_row returns it; result: checked_in, or already
-- Errors
--   45401  not signed in
--   45403  the actor is not the organiser
--   45404  no such code
--   45409  the person has no seat, or check-in is not open
-- Example
--   CALL event_check_in_scan(1, 'no-such-code');  -- refused: 45404

DROP PROCEDURE IF EXISTS event_check_in_scan;

DELIMITER //

CREATE PROCEDURE event_check_in_scan (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_code VARCHAR(40)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Check in a person by the code of their ticket. | registration: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_event_id BIGINT UNSIGNED;
    DECLARE v_registration_id BIGINT UNSIGNED;
    DECLARE v_result VARCHAR(20);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the lock.
    CALL _require_actor(p_actor_id, v_role);
    CALL _check_in_find(p_code, v_event_id, v_registration_id);

    START TRANSACTION;
    CALL _check_in(p_actor_id, v_event_id, v_registration_id, v_result);
    COMMIT;

    CALL _checked_in_row(v_registration_id, v_result);
END //

DELIMITER ;
