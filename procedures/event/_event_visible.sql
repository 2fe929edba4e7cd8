-- _event_visible: refuse an event that a person may not see.
--
-- Parameters
--   p_actor_id  users.id; NULL: a visitor
--   p_role      the actor's role
--   p_event_id  events.id
-- Result sets
--   none
-- Errors
--   45401  a visitor: it may be visible after signing in
--   45404  no such event, or the actor may not see it

DROP PROCEDURE IF EXISTS _event_visible;

DELIMITER //

CREATE PROCEDURE _event_visible (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_role VARCHAR(20),
    IN p_event_id BIGINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Refuse an event that a person may not see.'
BEGIN
    DECLARE v_is_visible BOOLEAN;

    SELECT
        can_see_event(p_actor_id, p_role, e.creator_id, e.visibility, e.status)
        OR (p_role IS NOT NULL AND has_part_in_event(p_actor_id, e.id))
    INTO v_is_visible
    FROM events AS e
    WHERE e.id = p_event_id AND e.is_deleted = 0;
    IF NOT COALESCE(v_is_visible, 0) THEN
        IF p_role IS NULL THEN
            SIGNAL SQLSTATE '45401' SET MESSAGE_TEXT = 'Sign in to continue.';
        END IF;
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Event not found.';
    END IF;
END //

DELIMITER ;
