-- event_check_in_scan: let somebody in by the code of their ticket; again is harmless.
--
-- Parameters
--   p_actor_id  users.id of who runs the event or helps
--   p_code      event_registrations.check_in_code
-- Result sets
--   registration (one)  as _checked_in_row returns it; result: checked_in, or already
-- Errors
--   45401  nobody is signed in
--   45403  somebody else's event
--   45404  no such code
--   45409  the person has no seat, or the event is not about to be
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
COMMENT 'Let somebody in by the code of their ticket. | registration: one'
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

    -- Before the transaction, so that what it sees is as of the lock.
    CALL _require_actor(p_actor_id, v_role);
    CALL _check_in_find(p_code, v_event_id, v_registration_id);

    START TRANSACTION;
    CALL _check_in(p_actor_id, v_event_id, v_registration_id, v_result);
    COMMIT;

    CALL _checked_in_row(v_registration_id, v_result);
END //

DELIMITER ;
