-- _schema_names_of: what is left of a source where names of objects stand.
--
-- Comments, aliases and strings can have the words that are names elsewhere. Where a statement is
-- prepared, strings are statements, and stay.
--
-- Parameters
--   p_source  a file of the schema's history
-- Returns
--   the source without them; NULL of NULL

DROP FUNCTION IF EXISTS _schema_names_of;

DELIMITER //

CREATE FUNCTION _schema_names_of(p_source MEDIUMTEXT)
RETURNS MEDIUMTEXT
DETERMINISTIC
NO SQL
SQL SECURITY DEFINER
COMMENT 'What is left of a source where names of objects stand.'
BEGIN
    DECLARE v_code MEDIUMTEXT DEFAULT REGEXP_REPLACE(p_source, '-- [^\n]*|\\bAS +\\w+', ' ');

    RETURN IF(
        LOCATE('PREPARE ', v_code), v_code, REGEXP_REPLACE(v_code, '''[^'']*''', ' ')
    );
END //

DELIMITER ;
