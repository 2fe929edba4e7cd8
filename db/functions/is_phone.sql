-- is_phone: check whether a text looks like a phone number.
--
-- Parameters
--   p_text  the number as entered
-- Returns
--   1 or 0; NULL for NULL

DROP FUNCTION IF EXISTS is_phone;

DELIMITER //

CREATE FUNCTION is_phone(p_text VARCHAR(40))
RETURNS BOOLEAN
DETERMINISTIC
NO SQL
SQL SECURITY DEFINER
COMMENT 'Check whether a text looks like a phone number.'
BEGIN
    RETURN REGEXP_LIKE(p_text, '^\\+?[0-9 ()./-]{4,39}\\z') AND REGEXP_LIKE(p_text, '[0-9]{2}');
END //

DELIMITER ;
