-- _registration_lock: lock an event and find the actor's registration for it, or refuse.
--
-- The event is locked first and for the rest of the transaction: all changes of registrations do
-- this, so that they stay unchanged meanwhile.
--
-- Parameters
--   p_actor_id         users.id
--   p_event_id         events.id
--   p_registration_id  event_registrations.id
--   p_status           its status
--   p_starts_at        UTC; events.starts_at
-- Result sets
--   none
-- Errors
--   45401  not signed in
--   45404  no such event, or the actor never registered for it
--   45409  the event is cancelled or over

DROP PROCEDURE IF EXISTS _registration_lock;

DELIMITER //

CREATE PROCEDURE _registration_lock (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_event_id BIGINT UNSIGNED,
    OUT p_registration_id BIGINT UNSIGNED,
    OUT p_status VARCHAR(20),
    OUT p_starts_at DATETIME
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Lock an event and find the actor''s registration for it, or refuse.'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_event_status VARCHAR(20);
    DECLARE v_message VARCHAR(128);

    SELECT
        status,
        starts_at
    INTO v_event_status, p_starts_at
    FROM events
    WHERE id = p_event_id AND is_deleted = 0
    FOR UPDATE;
    CALL _require_actor(p_actor_id, v_role);
    -- Without a lock: a missing row would lock the gap in which others insert.
    SELECT
        r.id,
        r.status
    INTO p_registration_id, p_status
    FROM event_registrations AS r
    JOIN events AS e ON e.id = r.event_id
    WHERE r.event_id = p_event_id AND r.user_id = p_actor_id AND e.is_deleted = 0;
    IF p_registration_id IS NULL THEN
        CALL _event_visible(p_actor_id, v_role, p_event_id);
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'You are not registered for this event.';
    END IF;
    IF v_event_status <> 'published' THEN
        SET v_message = IF(
            v_event_status = 'cancelled', 'This event was cancelled.', 'This event is over.'
        );
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = v_message;
    END IF;
END //

DELIMITER ;
