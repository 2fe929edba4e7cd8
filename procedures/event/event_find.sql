-- event_find: which event an address with a readable name means.
--
-- Parameters
--   p_actor_id  users.id of who asks; NULL: a visitor
--   p_slug      events.slug
-- Result sets
--   event (one)  id, slug
-- Errors
--   45401  a visitor, and there is no such public event
--   45404  no such event, or it is not for the actor's eyes
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
COMMENT 'Which event an address with a readable name means. | event: one'
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
