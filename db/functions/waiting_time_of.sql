-- waiting_time_of: return in words how long a person has to wait.
--
-- Rounded up, so that a person who waits that long is not refused again. The web reads the number
-- and its unit for Retry-After.
--
-- Parameters
--   p_seconds  seconds, at least 1
-- Returns
--   such as '1 second', '90 seconds', '15 minutes' or '24 hours'; NULL for NULL

DROP FUNCTION IF EXISTS waiting_time_of;

DELIMITER //

CREATE FUNCTION waiting_time_of(p_seconds BIGINT)
RETURNS VARCHAR(40)
DETERMINISTIC
NO SQL
SQL SECURITY DEFINER
COMMENT 'Return in words how long a person has to wait.'
BEGIN
    RETURN CASE
        WHEN p_seconds = 1 THEN '1 second'
        WHEN p_seconds <= 90 THEN CONCAT(p_seconds, ' seconds')
        WHEN p_seconds <= 5400 THEN CONCAT(CEIL(p_seconds / 60), ' minutes')
        ELSE CONCAT(CEIL(p_seconds / 3600), ' hours')
    END;
END //

DELIMITER ;
