-- _event_head: read the header of the pages about one event.
--
-- Parameters
--   p_actor_id  users.id
--   p_event_id  events.id
-- Result sets
--   event (one)  id, title, status, starts_at, ends_at, time_zone, venue, is_online, max_attendees,
--                seats_taken_count, waiting_count, creator_id, can_manage, can_add_helpers,
--                can_invite_speakers, can_set_reminders (what the state of the event allows)
-- Errors
--   none

DROP PROCEDURE IF EXISTS _event_head;

DELIMITER //

CREATE PROCEDURE _event_head (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_event_id BIGINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read the header of the pages about one event. | event: one'
BEGIN
    SELECT
        id,
        title,
        status,
        starts_at,
        ends_at,
        time_zone,
        venue,
        is_online,
        max_attendees,
        seats_taken_count,
        waiting_count,
        creator_id,
        can_manage_event(p_actor_id, role_of(p_actor_id), creator_id) AS can_manage,
        status IN ('draft', 'published') AS can_add_helpers,
        status IN ('draft', 'published') AND ends_at > UTC_TIMESTAMP() AS can_invite_speakers,
        status IN ('draft', 'published') AND starts_at > UTC_TIMESTAMP() AS can_set_reminders
    FROM events
    WHERE id = p_event_id;
END //

DELIMITER ;
