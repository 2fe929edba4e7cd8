-- event_ticket_read: read the actor's ticket for an event.
--
-- Parameters
--   p_actor_id  users.id of the registered person
--   p_event_id  events.id
-- Result sets
--   event (one)   as _event_head returns it
--   ticket (one)  id, name, status, guests_count, checked_in_at, check_in_code (NULL: no seat)
-- Errors
--   45401  not signed in
--   45404  the actor is not registered for the event
-- Example
--   CALL event_ticket_read(3, 999999999);  -- refused: 45404

DROP PROCEDURE IF EXISTS event_ticket_read;

DELIMITER //

CREATE PROCEDURE event_ticket_read (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_event_id BIGINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read the actor''s ticket for an event. | event: one, ticket: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_registration_id BIGINT UNSIGNED;

    CALL _require_actor(p_actor_id, v_role);
    SELECT g.id INTO v_registration_id
    FROM event_registrations AS g
    JOIN events AS e ON e.id = g.event_id
    WHERE g.event_id = p_event_id AND g.user_id = p_actor_id AND e.is_deleted = 0;
    IF v_registration_id IS NULL THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'You are not registered for this event.';
    END IF;

    CALL _event_head(p_actor_id, p_event_id);
    SELECT
        g.id,
        g.status,
        g.guests_count,
        g.checked_in_at,
        name_of(g.user_id) AS name,
        IF(
            g.status IN ('registered', 'offered', 'attended') AND e.status <> 'cancelled',
            g.check_in_code, NULL
        ) AS check_in_code
    FROM event_registrations AS g
    JOIN events AS e ON e.id = g.event_id
    WHERE g.id = v_registration_id;
END //

DELIMITER ;
