-- graduation_period_of: return the number of the five-year period of a graduation year.
--
-- 1 is the newest five years, 2 the five before and so on; 10 is everything earlier, 11 a missing
-- year. The periods are fixed so that two reports cannot be compared to find one person.
--
-- Parameters
--   p_year  alumni_profiles.graduation_year; NULL: not given
-- Returns
--   1 to 11

DROP FUNCTION IF EXISTS graduation_period_of;

DELIMITER //

CREATE FUNCTION graduation_period_of(p_year SMALLINT UNSIGNED)
RETURNS TINYINT UNSIGNED
NOT DETERMINISTIC
NO SQL
SQL SECURITY DEFINER
COMMENT 'Return the number of the five-year period of a graduation year.'
BEGIN
    DECLARE v_back INT DEFAULT CAST(YEAR(UTC_DATE()) DIV 5 AS SIGNED)
    - CAST(p_year DIV 5 AS SIGNED);

    RETURN COALESCE(LEAST(GREATEST(v_back + 1, 1), 10), 11);
END //

DELIMITER ;
