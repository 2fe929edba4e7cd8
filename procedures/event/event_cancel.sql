-- event_cancel: cancel an event; everyone concerned gets the reason by mail.
--
-- Registrations stay unchanged, so that people see what they had registered for and calendars can
-- remove it. This cannot be undone: people have made other plans.
--
-- Parameters
--   p_actor_id  users.id of the creator or an admin
--   p_event_id  events.id
--   p_reason    at most 500 characters, for all attendees, waiting people, speakers and helpers
-- Result sets
--   event (one)  id, status
-- Errors
--   45401  not signed in
--   45403  the actor is not the organiser
--   45404  no such event
--   45409  a draft, already cancelled, or over
--   45422  no reason
-- Example
--   CALL event_cancel(1, 1, 'The hall is flooded.');

DROP PROCEDURE IF EXISTS event_cancel;

DELIMITER //

CREATE PROCEDURE event_cancel (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_event_id BIGINT UNSIGNED,
    IN p_reason MEDIUMTEXT
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Cancel an event; everyone concerned gets the reason by mail. | event: one'
BEGIN
    DECLARE v_status VARCHAR(20);
    DECLARE v_ends_at DATETIME;
    DECLARE v_message VARCHAR(128);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    CALL _event_lock(p_actor_id, p_event_id, 0);
    SELECT
        status,
        ends_at
    INTO v_status, v_ends_at
    FROM events
    WHERE id = p_event_id;
    SET v_message = CASE
        WHEN v_status = 'draft' THEN 'This event is still a draft. Delete it instead.'
        WHEN v_status = 'cancelled' THEN 'This event was cancelled.'
        WHEN v_status = 'completed' OR v_ends_at <= UTC_TIMESTAMP() THEN 'This event is over.'
    END;
    IF v_message IS NOT NULL THEN
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = v_message;
    END IF;
    CALL _require_text('reason', p_reason, 500, 1, 1);
    UPDATE events
    SET
        status = 'cancelled',
        cancelled_at = UTC_TIMESTAMP(),
        cancellation_reason = p_reason,
        calendar_sequence = calendar_sequence + 1,
        revision = revision + 1,
        updated_by = p_actor_id
    WHERE id = p_event_id;
    CALL _event_tell(
        p_actor_id, p_event_id, 'event_cancelled', 1, JSON_OBJECT('reason', p_reason)
    );
    CALL _event_audit(
        p_actor_id, 'event_cancel', p_event_id, 1,
        JSON_OBJECT('status', v_status), JSON_OBJECT('status', 'cancelled', 'reason', p_reason)
    );
    COMMIT;

    SELECT
        id,
        status
    FROM events
    WHERE id = p_event_id;
END //

DELIMITER ;
