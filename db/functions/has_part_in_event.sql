-- has_part_in_event: check whether a person attends, waits, speaks or helps.
-- Regardless of the visibility of the event.
--
-- Parameters
--   p_actor_id  users.id; NULL: a visitor
--   p_event_id  events.id
-- Returns
--   1 or 0

DROP FUNCTION IF EXISTS has_part_in_event;

DELIMITER //

CREATE FUNCTION has_part_in_event(p_actor_id BIGINT UNSIGNED, p_event_id BIGINT UNSIGNED)
RETURNS BOOLEAN
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Check whether a person attends, waits, speaks or helps.'
BEGIN
    DECLARE v_parts_count INT UNSIGNED;

    -- INTO, because a query in RETURN or IF locks the rows it reads, and gaps if there are none.
    SELECT COUNT(*) INTO v_parts_count
    FROM (
        SELECT 1
        FROM event_registrations
        WHERE event_id = p_event_id AND user_id = p_actor_id AND status <> 'cancelled'
        UNION ALL
        SELECT 1
        FROM event_speakers
        WHERE event_id = p_event_id AND user_id = p_actor_id AND status <> 'declined'
        UNION ALL
        SELECT 1
        FROM event_helpers
        WHERE event_id = p_event_id AND user_id = p_actor_id
    ) AS p;
    RETURN v_parts_count > 0;
END //

DELIMITER ;
