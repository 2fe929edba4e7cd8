-- graduation_period_name_of: return the name of a period of graduation.
--
-- Parameters
--   p_period  as graduation_period_of returns it; 0: all of them
-- Returns
--   2020 to 2024, Before 1985, Year not given, All years

DROP FUNCTION IF EXISTS graduation_period_name_of;

DELIMITER //

CREATE FUNCTION graduation_period_name_of(p_period TINYINT UNSIGNED)
RETURNS VARCHAR(20)
NOT DETERMINISTIC
NO SQL
SQL SECURITY DEFINER
COMMENT 'Return the name of a period of graduation.'
BEGIN
    DECLARE v_first INT DEFAULT (YEAR(UTC_DATE()) DIV 5 + 1) * 5 - p_period * 5;

    RETURN CASE
        WHEN p_period = 0 THEN 'All years'
        WHEN p_period = 1 THEN CONCAT('Since ', v_first)
        WHEN p_period < 10 THEN CONCAT(v_first, ' to ', v_first + 4)
        WHEN p_period = 10 THEN CONCAT('Before ', v_first + 5)
        ELSE 'Year not given'
    END;
END //

DELIMITER ;
