-- phone_words_of: convert a phone number to search terms, independent of its format.
--
-- Parameters
--   p_phone  such as +351 912 345 678
-- Returns
--   its digits, and the last ten, nine and seven of them: with and without the country code

DROP FUNCTION IF EXISTS phone_words_of;

DELIMITER //

CREATE FUNCTION phone_words_of(p_phone VARCHAR(200))
RETURNS VARCHAR(200)
DETERMINISTIC
NO SQL
SQL SECURITY DEFINER
COMMENT 'Convert a phone number to search terms.'
BEGIN
    DECLARE v_digits VARCHAR(200) DEFAULT REGEXP_REPLACE(p_phone, '[^0-9]', '');

    RETURN CONCAT_WS(
        ' ', v_digits, TRIM(LEADING '0' FROM v_digits), RIGHT(v_digits, 10), RIGHT(v_digits, 9),
        RIGHT(v_digits, 7)
    );
END //

DELIMITER ;
