-- check_in_obstacle_of: say why check-in for an event is closed now.
--
-- Parameters
--   p_status     events.status
--   p_starts_at  UTC; events.starts_at
-- Returns
--   a sentence; NULL: check-in is open

DROP FUNCTION IF EXISTS check_in_obstacle_of;

DELIMITER //

CREATE FUNCTION check_in_obstacle_of(p_status VARCHAR(20), p_starts_at DATETIME)
RETURNS VARCHAR(128)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Say why check-in for an event is closed now.'
BEGIN
    RETURN CASE
        WHEN p_status = 'cancelled' THEN 'This event was cancelled.'
        WHEN p_status = 'draft' THEN 'This event is not published.'
        WHEN p_starts_at > UTC_TIMESTAMP() + INTERVAL setting_of('event_check_in_hours') HOUR
            THEN CONCAT(
                'Check-in opens ', setting_of('event_check_in_hours'),
                ' hours before the event starts.'
            )
    END;
END //

DELIMITER ;
