-- event_find: find an event by the readable name in its address.
--
-- Parameters
--   p_actor_id  users.id of the actor; NULL: a visitor
--   p_slug      events.slug
-- Result sets
--   event (one)  id, slug
-- Errors
--   45401  a visitor, and no public event has this name
--   45404  no such event, or the actor may not see it
-- Example
--   CALL event_find(NULL, 'no-such-event');
--   -- refused: 45401

DROP PROCEDURE IF EXISTS event_find;

DELIMITER //

CREATE PROCEDURE event_find (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_slug VARCHAR(170)
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Find an event by the readable name in its address. | event: one'
BEGIN
    DECLARE v_event_id BIGINT UNSIGNED;

    SELECT id INTO v_event_id
    FROM events
    WHERE slug = p_slug;
    CALL _event_visible(p_actor_id, role_of(p_actor_id), v_event_id);

    SELECT
        id,
        slug
    FROM events
    WHERE id = v_event_id;
END //

DELIMITER ;
