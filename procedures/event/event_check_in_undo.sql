-- event_check_in_undo: undo a check-in made by mistake.
--
-- The person has a seat as before; if the event is completed, they count as absent.
--
-- Parameters
--   p_actor_id         users.id of the organiser or a helper
--   p_registration_id  event_registrations.id
-- Result sets
--   registration (one)  as _checked_in_row returns it; result: undone, or already
-- Errors
--   45401  not signed in
--   45403  the actor is not the organiser
--   45404  no such registration
-- Example
--   CALL event_check_in_undo(1, 999999999);  -- refused: 45404

DROP PROCEDURE IF EXISTS event_check_in_undo;

DELIMITER //

CREATE PROCEDURE event_check_in_undo (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_registration_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Undo a check-in made by mistake. | registration: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_event_id BIGINT UNSIGNED;
    DECLARE v_event_status VARCHAR(20);
    DECLARE v_starts_at DATETIME;
    DECLARE v_ends_at DATETIME;
    DECLARE v_status VARCHAR(20);
    DECLARE v_result VARCHAR(20) DEFAULT 'already';

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
    IF v_event_id IS NULL THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Registration not found.';
    END IF;

    START TRANSACTION;
    CALL _event_crew_lock(p_actor_id, v_event_id, 1, v_event_status, v_starts_at, v_ends_at);
    SELECT status INTO v_status
    FROM event_registrations
    WHERE id = p_registration_id
    FOR UPDATE;
    IF v_status = 'attended' THEN
        CALL _attendance_write(
            p_actor_id, p_registration_id, v_status,
            IF(v_event_status = 'completed', 'no_show', 'registered')
        );
        SET v_result = 'undone';
    END IF;
    COMMIT;

    CALL _checked_in_row(p_registration_id, v_result);
END //

DELIMITER ;
