-- is_web_address: check whether a text is a web address.
--
-- Parameters
--   p_text  text as entered
-- Returns
--   1 or 0; NULL for NULL

DROP FUNCTION IF EXISTS is_web_address;

DELIMITER //

CREATE FUNCTION is_web_address(p_text VARCHAR(1000))
RETURNS BOOLEAN
DETERMINISTIC
NO SQL
SQL SECURITY DEFINER
COMMENT 'Check whether a text is a web address.'
BEGIN
    RETURN REGEXP_LIKE(
        p_text, '^https?://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?([/?#][^\\s<>"]*)?\\z'
    ) AND p_text LIKE '%.%';
END //

DELIMITER ;
