-- is_page_address: check whether a text is a path of this site or a web address.
--
-- Parameters
--   p_text  text as entered
-- Returns
--   1 or 0; NULL for NULL

DROP FUNCTION IF EXISTS is_page_address;

DELIMITER //

CREATE FUNCTION is_page_address(p_text VARCHAR(1000))
RETURNS BOOLEAN
DETERMINISTIC
NO SQL
SQL SECURITY DEFINER
COMMENT 'Check whether a text is a path of this site or a web address.'
BEGIN
    -- Two slashes, or a slash and a backslash, would lead to another site.
    RETURN is_web_address(p_text) OR REGEXP_LIKE(p_text, '^/([^/\\s<>"\\\\][^\\s<>"\\\\]*)?\\z');
END //

DELIMITER ;
