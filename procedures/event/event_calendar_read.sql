-- event_calendar_read: read one event for a calendar.
--
-- Parameters
--   p_actor_id  users.id of the viewer; NULL: a visitor
--   p_event_id  events.id
-- Result sets
--   events (many)  exactly one, as _calendar_rows returns it
-- Errors
--   45401  a visitor may not see it
--   45404  no such event, or the actor may not see it
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
COMMENT 'Read one event for a calendar. | events: many'
BEGIN
    CALL _event_visible(p_actor_id, role_of(p_actor_id), p_event_id);
    CALL _calendar_rows(p_actor_id, JSON_ARRAY(p_event_id), 0);
END //

DELIMITER ;
