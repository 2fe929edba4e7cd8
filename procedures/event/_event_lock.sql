-- _event_lock: lock an event that the actor manages, or refuse.
--
-- An event that the actor may not even see is not there for them.
--
-- Parameters
--   p_actor_id    users.id
--   p_event_id    events.id
--   p_is_deleted  1: also one that is deleted; 0: such a one is not there
-- Result sets
--   none
-- Errors
--   45401  nobody is signed in
--   45403  somebody else's event
--   45404  no such event

DROP PROCEDURE IF EXISTS _event_lock;

DELIMITER //

CREATE PROCEDURE _event_lock (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_event_id BIGINT UNSIGNED,
    IN p_is_deleted BOOLEAN
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Lock an event that the actor manages, or refuse.'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_creator_id BIGINT UNSIGNED;

    -- Locked before anything else is read: what the transaction sees is what was there then.
    SELECT creator_id INTO v_creator_id
    FROM events
    WHERE id = p_event_id AND (is_deleted = 0 OR p_is_deleted)
    FOR UPDATE;
    CALL _require_actor(p_actor_id, v_role);
    IF v_creator_id IS NULL THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'There is no such event.';
    END IF;
    IF NOT can_manage_event(p_actor_id, v_role, v_creator_id) THEN
        -- A deleted event is there for those who can bring it back, and for nobody else.
        IF p_is_deleted THEN
            SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'There is no such event.';
        END IF;
        CALL _event_visible(p_actor_id, v_role, p_event_id);
        SIGNAL SQLSTATE '45403' SET MESSAGE_TEXT = 'Only who runs this event can do that.';
    END IF;
END //

DELIMITER ;
