-- _event_audit: audit what the office does to another person's event.
--
-- What people do to their own events is not audited; the status of an event is (p_is_state),
-- because others rely on it.
--
-- Parameters
--   p_actor_id  users.id; NULL: the scheduler
--   p_action    the procedure
--   p_event_id  events.id
--   p_is_state  1: a change of status
--   p_before    the changed columns before the change
--   p_after     the changed columns after the change
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _event_audit;

DELIMITER //

CREATE PROCEDURE _event_audit (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_action VARCHAR(64),
    IN p_event_id BIGINT UNSIGNED,
    IN p_is_state BOOLEAN,
    IN p_before JSON,
    IN p_after JSON
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Audit what the office does to another person''s event.'
BEGIN
    DECLARE v_creator_id BIGINT UNSIGNED;

    SELECT creator_id INTO v_creator_id
    FROM events
    WHERE id = p_event_id;
    IF p_is_state OR NOT v_creator_id <=> p_actor_id THEN
        CALL _audit(p_actor_id, p_action, 'events', p_event_id, p_before, p_after);
    END IF;
END //

DELIMITER ;
