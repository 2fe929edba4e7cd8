-- is_web_address: whether a text is an address of the web.
--
-- Parameters
--   p_text  what a person typed
-- Returns
--   1 or 0; NULL for NULL

DROP FUNCTION IF EXISTS is_web_address;

DELIMITER //

CREATE FUNCTION is_web_address(p_text VARCHAR(1000))
RETURNS BOOLEAN
DETERMINISTIC
NO SQL
SQL SECURITY DEFINER
COMMENT 'Whether a text is an address of the web.'
BEGIN
    RETURN REGEXP_LIKE(
        p_text, '^https?://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?([/?#][^\\s<>"]*)?\\z'
    ) AND p_text LIKE '%.%';
END //

DELIMITER ;
