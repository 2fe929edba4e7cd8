-- _schema_uses: list the objects that an object's source names, and those that name it.
--
-- A name counts as a whole word (_schema_names_of). Bytes are searched first, because
-- only few sources contain the name.
--
-- Parameters
--   p_kind    schema_objects.kind
--   p_name    its name
--   p_source  its file; NULL: a table, which names nothing
-- Result sets
--   uses (many)     kind, name, module
--   used_by (many)  kind, name, module
-- Errors
--   none

DROP PROCEDURE IF EXISTS _schema_uses;

DELIMITER //

CREATE PROCEDURE _schema_uses (
    IN p_kind VARCHAR(20),
    IN p_name VARCHAR(64),
    IN p_source MEDIUMTEXT
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'List the objects that an object''s source names, and those that name it.'
BEGIN
    DECLARE v_code MEDIUMTEXT DEFAULT _schema_names_of(p_source);

    SELECT
        o.kind,
        o.name,
        o.module
    FROM schema_objects AS o
    WHERE
        LOCATE(CAST(o.name AS BINARY), CAST(v_code AS BINARY))
        AND REGEXP_LIKE(v_code, CONCAT('(?<!\\w)', o.name, '(?!\\w)'), 'c')
        AND NOT (o.kind = p_kind AND o.name = p_name)
    ORDER BY o.kind, o.name;

    WITH latest AS (
        SELECT
            kind,
            name,
            MAX(version) AS version
        FROM schema_object_versions
        GROUP BY kind, name
    )

    SELECT
        o.kind,
        o.name,
        o.module
    FROM schema_objects AS o
    JOIN latest AS l ON l.kind = o.kind AND l.name = o.name
    JOIN schema_object_versions AS v
        ON v.kind = l.kind AND v.name = l.name AND v.version = l.version
    WHERE
        LOCATE(CAST(p_name AS BINARY), CAST(v.source AS BINARY))
        AND REGEXP_LIKE(
            _schema_names_of(v.source), CONCAT('(?<!\\w)', p_name, '(?!\\w)'), 'c'
        )
        AND NOT (o.kind = p_kind AND o.name = p_name)
    ORDER BY o.kind, o.name;
END //

DELIMITER ;
