-- offer_end_of: return when a seat offered now expires.
--
-- The setting event_offer_hours, but at most half of the time left until the start, so that
-- another person can still take it; at least a quarter of an hour; never beyond the start.
--
-- Parameters
--   p_now        UTC
--   p_starts_at  events.starts_at, later than p_now
-- Returns
--   a time in UTC

DROP FUNCTION IF EXISTS offer_end_of;

DELIMITER //

CREATE FUNCTION offer_end_of(p_now DATETIME, p_starts_at DATETIME)
RETURNS DATETIME
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Return when a seat offered now expires.'
BEGIN
    DECLARE v_seconds BIGINT DEFAULT TIMESTAMPDIFF(SECOND, p_now, p_starts_at);

    RETURN LEAST(
        p_now + INTERVAL LEAST(
            COALESCE(setting_of('event_offer_hours'), 24) * 3600, GREATEST(v_seconds DIV 2, 900)
        ) SECOND,
        p_starts_at
    );
END //

DELIMITER ;
