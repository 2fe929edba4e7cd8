-- _event_crew_lock: lock an event until the transaction ends, or refuse people who do not run it.
--
-- Parameters
--   p_actor_id          users.id
--   p_event_id          events.id
--   p_is_helper_enough  1: helpers may as well; 0: only the people who manage the event
--   p_status            events.status
--   p_starts_at         UTC
--   p_ends_at           UTC
-- Result sets
--   none
-- Errors
--   45401  not signed in
--   45403  the actor is not the organiser
--   45404  no such event

DROP PROCEDURE IF EXISTS _event_crew_lock;

DELIMITER //

CREATE PROCEDURE _event_crew_lock (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_event_id BIGINT UNSIGNED,
    IN p_is_helper_enough BOOLEAN,
    OUT p_status VARCHAR(20),
    OUT p_starts_at DATETIME,
    OUT p_ends_at DATETIME
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Lock an event until the transaction ends, or refuse people who do not run it.'
BEGIN
    -- Locked before any other read, so that the transaction's snapshot is not older than the lock.
    SELECT
        status,
        starts_at,
        ends_at
    INTO p_status, p_starts_at, p_ends_at
    FROM events
    WHERE id = p_event_id AND is_deleted = 0
    FOR UPDATE;
    CALL _require_event_crew(p_actor_id, p_event_id, p_is_helper_enough);
END //

DELIMITER ;
