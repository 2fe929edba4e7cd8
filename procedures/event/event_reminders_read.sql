-- event_reminders_read: read when reminders of an event are sent.
--
-- Parameters
--   p_actor_id  users.id of the organiser
--   p_event_id  events.id
-- Result sets
--   event (one)       as _event_head returns it
--   reminders (many)  hours_before, due_at, done_at
-- Errors
--   45401  not signed in
--   45403  the actor is not the organiser
--   45404  no such event
-- Example
--   CALL event_reminders_read(1, 1);

DROP PROCEDURE IF EXISTS event_reminders_read;

DELIMITER //

CREATE PROCEDURE event_reminders_read (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_event_id BIGINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read when reminders of an event are sent. | event: one, reminders: many'
BEGIN
    CALL _require_event_crew(p_actor_id, p_event_id, 0);
    CALL _event_head(p_actor_id, p_event_id);
    SELECT
        hours_before,
        due_at,
        done_at
    FROM event_reminders
    WHERE event_id = p_event_id
    ORDER BY hours_before DESC;
END //

DELIMITER ;
