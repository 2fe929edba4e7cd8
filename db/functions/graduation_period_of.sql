-- graduation_period_of: the five years in which somebody graduated, as a number.
--
-- 1 is the newest five years, 2 the five before and so on; 10 is everything earlier, 11 a year that
-- nobody said. The periods are fixed so that two reports cannot be compared to find one person.
--
-- Parameters
--   p_year  alumni_profiles.graduation_year; NULL: not said
-- Returns
--   1 to 11

DROP FUNCTION IF EXISTS graduation_period_of;

DELIMITER //

CREATE FUNCTION graduation_period_of(p_year SMALLINT UNSIGNED)
RETURNS TINYINT UNSIGNED
NOT DETERMINISTIC
NO SQL
SQL SECURITY DEFINER
COMMENT 'The five years in which somebody graduated, as a number.'
BEGIN
    DECLARE v_back INT DEFAULT CAST(YEAR(UTC_DATE()) DIV 5 AS SIGNED)
    - CAST(p_year DIV 5 AS SIGNED);

    RETURN COALESCE(LEAST(GREATEST(v_back + 1, 1), 10), 11);
END //

DELIMITER ;
