-- schema_read: read an object of the database: source, keys, uses, history.
--
-- The source is the file as applied; an older version shows the changes since the previous
-- one. The columns of a table come from the server.
--
-- Parameters
--   p_actor_id  users.id of an admin
--   p_kind      table, view, procedure, function, trigger or event
--   p_name      its name
--   p_version   version of the source; NULL: the newest
-- Result sets
--   object (one)        kind, name, module, comment, version (NULL: a table), source (NULL: a
--                       table, or dropped in this version), source_before, header, changed_at
--   parameters (many)   mode (NULL: what a function returns), name, type
--   columns (many)      name, type, is_nullable, default_value, extra, generated_as, comment
--   indexes (many)      name, kind (PRIMARY, UNIQUE, FULLTEXT, plain), columns
--   references (many)   name, columns, parent, parent_columns, on_delete
--   referenced (many)   name, child, columns, on_delete: keys of other tables that reference it
--   checks (many)       name, rule
--   definition (maybe)  of a table: Table, Create Table, as SHOW CREATE TABLE returns them
--   uses (many)         kind, name, module
--   used_by (many)      kind, name, module
--   versions (many)     version, action, applied_by, created_at; the newest 50
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45404  there is no such object, or no such version of it
-- Example
--   CALL schema_read(1, 'table', 'job_applications', NULL);
--   CALL schema_read(1, 'procedure', 'job_apply', 1);

DROP PROCEDURE IF EXISTS schema_read;

DELIMITER //

CREATE PROCEDURE schema_read (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_kind VARCHAR(20),
    IN p_name VARCHAR(64),
    IN p_version INT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT
'Read an object of the database. | object: one,
parameters: many, columns: many, indexes: many, references: many, referenced: many,
checks: many, definition: maybe, uses: many, used_by: many, versions: many'
BEGIN
    DECLARE v_kind VARCHAR(20);
    DECLARE v_name VARCHAR(64);
    DECLARE v_version INT UNSIGNED;
    DECLARE v_source MEDIUMTEXT;

    CALL _require_admin(p_actor_id);
    SELECT
        kind,
        name
    INTO v_kind, v_name
    FROM schema_objects
    WHERE kind = p_kind AND name = p_name;
    SELECT
        version,
        source
    INTO v_version, v_source
    FROM schema_object_versions
    WHERE
        kind = v_kind AND name = v_name AND (p_version IS NULL OR version = p_version)
    ORDER BY version DESC
    LIMIT 1;
    IF v_name IS NULL OR (p_version IS NOT NULL AND v_version IS NULL) THEN
        SIGNAL SQLSTATE '45404'
            SET MESSAGE_TEXT = 'Object not found. CALL schema_list(NULL, NULL, NULL) lists all.';
    END IF;

    SELECT
        o.kind,
        o.name,
        o.module,
        o.updated_at AS changed_at,
        COALESCE(t.table_comment, '') AS comment,
        v_version AS version,
        v_source AS source,
        header_of(o.kind, o.name) AS header,
        (
            SELECT b.source
            FROM schema_object_versions AS b
            WHERE b.kind = v_kind AND b.name = v_name AND b.version < v_version
            ORDER BY b.version DESC
            LIMIT 1
        ) AS source_before
    FROM schema_objects AS o
    LEFT JOIN information_schema.tables AS t
        ON t.table_schema = DATABASE() AND t.table_name = o.name AND o.kind = 'table'
    WHERE o.kind = v_kind AND o.name = v_name;

    SELECT
        parameter_mode AS mode,
        parameter_name AS name,
        dtd_identifier AS type
    FROM information_schema.parameters
    WHERE
        specific_schema = DATABASE() AND specific_name = v_name
        AND routine_type = UPPER(v_kind)
    ORDER BY ordinal_position;

    CALL _schema_columns(IF(v_kind IN ('table', 'view'), v_name, ''));
    -- SHOW needs the name in the text of the statement.
    SET @schema_statement = IF(
        v_kind = 'table', CONCAT('SHOW CREATE TABLE `', v_name, '`'), 'SELECT NULL LIMIT 0'
    );
    PREPARE definition FROM @schema_statement;
    EXECUTE definition;
    DEALLOCATE PREPARE definition;
    CALL _schema_uses(v_kind, v_name, v_source);

    SELECT
        version,
        action,
        applied_by,
        created_at
    FROM schema_object_versions
    WHERE kind = v_kind AND name = v_name
    ORDER BY version DESC
    LIMIT 50;
END //

DELIMITER ;
