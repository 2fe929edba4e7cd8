-- prefix_of: one of the terms of a search as a pattern that finds what begins so.
--
-- Parameters
--   p_terms     JSON array, from search_terms_of(..., 0)
--   p_position  counts from 0
-- Returns
--   a pattern for LIKE, such as soft%; NULL where there is no such term

DROP FUNCTION IF EXISTS prefix_of;

DELIMITER //

CREATE FUNCTION prefix_of(p_terms JSON, p_position TINYINT UNSIGNED)
RETURNS VARCHAR(41)
DETERMINISTIC
NO SQL
SQL SECURITY DEFINER
COMMENT 'One of the terms of a search as a pattern that finds what begins so.'
BEGIN
    -- Terms have no punctuation, so no % or _ of a person's gets here.
    RETURN CONCAT(JSON_UNQUOTE(JSON_EXTRACT(p_terms, CONCAT('$[', p_position, ']'))), '%');
END //

DELIMITER ;
