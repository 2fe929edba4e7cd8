-- event_check_in: check in a person from the list of registrations; checking in twice is harmless.
--
-- Parameters
--   p_actor_id         users.id of the organiser or a helper
--   p_registration_id  event_registrations.id
-- Result sets
--   registration (one)  as _checked_in_row returns it; result: checked_in, or already
-- Errors
--   45401  not signed in
--   45403  the actor is not the organiser
--   45404  no such registration
--   45409  the person has no seat, or check-in is not open
-- Example
--   CALL event_check_in(1, 999999999);  -- refused: 45404

DROP PROCEDURE IF EXISTS event_check_in;

DELIMITER //

CREATE PROCEDURE event_check_in (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_registration_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Check in a person from the list of registrations. | registration: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_event_id BIGINT UNSIGNED;
    DECLARE v_result VARCHAR(20);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the lock.
    CALL _require_actor(p_actor_id, v_role);
    SELECT event_id INTO v_event_id
    FROM event_registrations
    WHERE id = p_registration_id;

    START TRANSACTION;
    CALL _check_in(p_actor_id, v_event_id, p_registration_id, v_result);
    COMMIT;

    CALL _checked_in_row(p_registration_id, v_result);
END //

DELIMITER ;
