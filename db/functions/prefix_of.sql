-- prefix_of: return one term of a search as a LIKE pattern for a prefix.
--
-- Parameters
--   p_terms     JSON array, from search_terms_of(..., 0)
--   p_position  from 0
-- Returns
--   a pattern for LIKE, such as soft%; NULL if there is no such term

DROP FUNCTION IF EXISTS prefix_of;

DELIMITER //

CREATE FUNCTION prefix_of(p_terms JSON, p_position TINYINT UNSIGNED)
RETURNS VARCHAR(41)
DETERMINISTIC
NO SQL
SQL SECURITY DEFINER
COMMENT 'Return one term of a search as a LIKE pattern for a prefix.'
BEGIN
    -- Terms have no punctuation, so they contain no % or _.
    RETURN CONCAT(JSON_UNQUOTE(JSON_EXTRACT(p_terms, CONCAT('$[', p_position, ']'))), '%');
END //

DELIMITER ;
