-- _schema_names_of: return the parts of a source that can contain names of objects.
--
-- Comments, aliases and strings may contain words that are names elsewhere. If the source prepares
-- statements, strings are statements and stay.
--
-- Parameters
--   p_source  a file of the schema's history
-- Returns
--   the source without them; NULL for NULL

DROP FUNCTION IF EXISTS _schema_names_of;

DELIMITER //

CREATE FUNCTION _schema_names_of(p_source MEDIUMTEXT)
RETURNS MEDIUMTEXT
DETERMINISTIC
NO SQL
SQL SECURITY DEFINER
COMMENT 'Return the parts of a source that can contain names of objects.'
BEGIN
    DECLARE v_code MEDIUMTEXT DEFAULT REGEXP_REPLACE(p_source, '-- [^\n]*|\\bAS +\\w+', ' ');

    RETURN IF(
        LOCATE('PREPARE ', v_code), v_code, REGEXP_REPLACE(v_code, '''[^'']*''', ' ')
    );
END //

DELIMITER ;
