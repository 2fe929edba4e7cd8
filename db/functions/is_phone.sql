-- is_phone: whether a text looks like a telephone number.
--
-- Parameters
--   p_text  the number as people write it
-- Returns
--   1 or 0; NULL for NULL

DROP FUNCTION IF EXISTS is_phone;

DELIMITER //

CREATE FUNCTION is_phone(p_text VARCHAR(40))
RETURNS BOOLEAN
DETERMINISTIC
NO SQL
SQL SECURITY DEFINER
COMMENT 'Whether a text looks like a telephone number.'
BEGIN
    RETURN REGEXP_LIKE(p_text, '^\\+?[0-9 ()./-]{4,39}\\z') AND REGEXP_LIKE(p_text, '[0-9]{2}');
END //

DELIMITER ;
