-- _event_lock: lock an event that the actor manages, or refuse.
--
-- An event that the actor may not see counts as missing.
--
-- Parameters
--   p_actor_id    users.id
--   p_event_id    events.id
--   p_is_deleted  1: include a deleted one; 0: a deleted one counts as missing
-- Result sets
--   none
-- Errors
--   45401  not signed in
--   45403  the actor is not the organiser
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

    -- Locked before any other read, so that the transaction's snapshot is not older than the lock.
    SELECT creator_id INTO v_creator_id
    FROM events
    WHERE id = p_event_id AND (is_deleted = 0 OR p_is_deleted)
    FOR UPDATE;
    CALL _require_actor(p_actor_id, v_role);
    IF v_creator_id IS NULL THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Event not found.';
    END IF;
    IF NOT can_manage_event(p_actor_id, v_role, v_creator_id) THEN
        -- A deleted event exists only for people who can restore it.
        IF p_is_deleted THEN
            SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Event not found.';
        END IF;
        CALL _event_visible(p_actor_id, v_role, p_event_id);
        SIGNAL SQLSTATE '45403'
            SET MESSAGE_TEXT = 'Only the organiser or the alumni office can do this.';
    END IF;
END //

DELIMITER ;
