-- _event_crew_lock: hold an event until the transaction ends, or refuse who does not run it.
--
-- Parameters
--   p_actor_id          users.id
--   p_event_id          events.id
--   p_is_helper_enough  1: helpers may as well; 0: only who manages the event
--   p_status            events.status
--   p_starts_at         UTC
--   p_ends_at           UTC
-- Result sets
--   none
-- Errors
--   45401  nobody is signed in
--   45403  somebody else's event
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
COMMENT 'Hold an event until the transaction ends, or refuse who does not run it.'
BEGIN
    -- Locked before anything else is read: what the transaction sees is what was there then.
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
