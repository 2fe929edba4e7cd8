-- session_idle_minutes_of: return how many minutes a session lasts without being used.
--
-- Parameters
--   p_is_remembered  1: keep the browser signed in
-- Returns
--   minutes

DROP FUNCTION IF EXISTS session_idle_minutes_of;

DELIMITER //

CREATE FUNCTION session_idle_minutes_of(p_is_remembered BOOLEAN)
RETURNS INT UNSIGNED
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Return how many minutes a session lasts without being used.'
BEGIN
    RETURN IF(
        p_is_remembered,
        setting_of('session_remembered_idle_days') * 1440,
        setting_of('session_idle_minutes')
    );
END //

DELIMITER ;
