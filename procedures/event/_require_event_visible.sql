-- _require_event_visible: the refusal of an event that is not there for a viewer.
--
-- Parameters
--   p_actor_id  users.id; NULL: a visitor
--   p_event_id  events.id
-- Result sets
--   none
-- Errors
--   45401  a visitor may not see it
--   45404  no such event, or it is not for the actor's eyes

DROP PROCEDURE IF EXISTS _require_event_visible;

DELIMITER //

CREATE PROCEDURE _require_event_visible (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_event_id BIGINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'The refusal of an event that is not there for a viewer.'
BEGIN
    DECLARE v_role VARCHAR(20) DEFAULT role_of(p_actor_id);
    DECLARE v_is_visible BOOLEAN;

    SELECT can_see_event(p_actor_id, v_role, creator_id, visibility, status) INTO v_is_visible
    FROM events
    WHERE id = p_event_id AND is_deleted = 0;
    IF NOT COALESCE(v_is_visible, 0) THEN
        IF v_role IS NULL THEN
            SIGNAL SQLSTATE '45401' SET MESSAGE_TEXT = 'Sign in first.';
        END IF;
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'There is no such event.';
    END IF;
END //

DELIMITER ;
