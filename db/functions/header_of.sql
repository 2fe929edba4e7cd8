-- header_of: return the header of an object's file, as last applied.
--
-- Parameters
--   p_kind  schema_objects.kind: procedure, function, view, trigger or event
--   p_name  its name
-- Returns
--   the leading comment of the file without its dashes; NULL if there is no such object

DROP FUNCTION IF EXISTS header_of;

DELIMITER //

CREATE FUNCTION header_of(p_kind VARCHAR(20), p_name VARCHAR(64))
RETURNS TEXT
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Return the header of an object''s file.'
BEGIN
    RETURN (
        SELECT REGEXP_REPLACE(SUBSTRING_INDEX(source, '\n\n', 1), '^-- ?', '', 1, 0, 'm')
        FROM schema_object_versions
        WHERE kind = p_kind AND name = p_name
        ORDER BY version DESC
        LIMIT 1
    );
END //

DELIMITER ;
