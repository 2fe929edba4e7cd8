-- event_calendar_read: one event, to be put into a calendar.
--
-- Parameters
--   p_actor_id  users.id of who looks; NULL: a visitor
--   p_event_id  events.id
-- Result sets
--   events (many)  exactly one, as _calendar_rows returns it
-- Errors
--   45401  a visitor may not see it
--   45404  no such event, or it is not for the actor's eyes
-- Example
--   CALL event_calendar_read(3, 1);

DROP PROCEDURE IF EXISTS event_calendar_read;

DELIMITER //

CREATE PROCEDURE event_calendar_read (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_event_id BIGINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'One event, to be put into a calendar. | events: many'
BEGIN
    CALL _event_visible(p_actor_id, role_of(p_actor_id), p_event_id);
    CALL _calendar_rows(p_actor_id, JSON_ARRAY(p_event_id), 0);
END //

DELIMITER ;
