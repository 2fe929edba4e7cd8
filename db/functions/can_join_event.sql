-- can_join_event: whether a person gets the online link of an event that they do not run.
--
-- Who has a seat, speaks or helps. A seat that is only offered is none yet.
--
-- Parameters
--   p_actor_id  users.id; NULL: a visitor
--   p_event_id  events.id
-- Returns
--   1 or 0

DROP FUNCTION IF EXISTS can_join_event;

DELIMITER //

CREATE FUNCTION can_join_event(p_actor_id BIGINT UNSIGNED, p_event_id BIGINT UNSIGNED)
RETURNS BOOLEAN
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Whether a person gets the online link of an event.'
BEGIN
    DECLARE v_parts_count INT UNSIGNED;

    -- INTO, because a query in RETURN or IF locks what it reads, and gaps where nothing is.
    SELECT COUNT(*) INTO v_parts_count
    FROM (
        SELECT 1
        FROM event_registrations
        WHERE
            event_id = p_event_id
            AND user_id = p_actor_id
            AND status IN ('registered', 'attended')
        UNION ALL
        SELECT 1
        FROM event_speakers
        WHERE
            event_id = p_event_id
            AND user_id = p_actor_id
            AND status IN ('confirmed', 'presented')
        UNION ALL
        SELECT 1
        FROM event_helpers
        WHERE event_id = p_event_id AND user_id = p_actor_id
    ) AS p;
    RETURN v_parts_count > 0;
END //

DELIMITER ;
