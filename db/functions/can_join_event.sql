-- can_join_event: check whether a person gets the online link of an event.
-- For people who do not organise it.
--
-- For attendees, speakers and helpers. An offered seat does not count yet.
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
COMMENT 'Check whether a person gets the online link of an event.'
BEGIN
    DECLARE v_parts_count INT UNSIGNED;

    -- INTO, because a query in RETURN or IF locks the rows it reads, and gaps if there are none.
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
