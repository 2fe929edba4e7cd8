-- schema_list: list the objects of the database: counts by type, one type in full, recent changes.
--
-- Parameters
--   p_actor_id  users.id of an admin
--   p_kind      table, view, procedure, function, trigger or event; NULL: table
--   p_module    of procedures, as CALL help('') lists them; NULL: all
-- Result sets
--   kinds (many)    kind, objects_count
--   modules (many)  module, procedures_count (including internal ones)
--   objects (many)  kind, name, module (NULL: a table), summary, changed_at
--   changes (many)  kind, name, version, action, applied_by, created_at; the newest 20
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45422  no such type or module
-- Example
--   CALL schema_list(1, NULL, NULL);
--   CALL schema_list(1, 'procedure', 'job');

DROP PROCEDURE IF EXISTS schema_list;

DELIMITER //

CREATE PROCEDURE schema_list (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_kind VARCHAR(20),
    IN p_module VARCHAR(40)
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT
'List the objects of the database. | kinds: many, modules: many, objects: many, changes: many'
BEGIN
    DECLARE v_kind VARCHAR(20) DEFAULT COALESCE(p_kind, 'table');

    CALL _require_admin(p_actor_id);
    IF NOT EXISTS (SELECT 1 FROM schema_objects WHERE kind = v_kind) THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'kind: Choose a type from the list.';
    END IF;
    IF
        p_module IS NOT NULL
        AND NOT EXISTS (
            SELECT 1 FROM schema_objects
            WHERE kind = 'procedure' AND module = p_module
        )
    THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'module: Choose a module from the list.';
    END IF;

    SELECT
        kind,
        COUNT(*) AS objects_count
    FROM schema_objects
    GROUP BY kind
    ORDER BY kind;

    SELECT
        module,
        COUNT(*) AS procedures_count
    FROM schema_objects
    WHERE kind = 'procedure'
    GROUP BY module
    ORDER BY module;

    SELECT
        o.kind,
        o.name,
        o.module,
        o.updated_at AS changed_at,
        COALESCE(
            t.table_comment,
            SUBSTRING(
                SUBSTRING_INDEX(header_of(o.kind, o.name), '\n', 1), CHAR_LENGTH(o.name) + 3
            )
        ) AS summary
    FROM schema_objects AS o
    LEFT JOIN information_schema.tables AS t
        ON t.table_schema = DATABASE() AND t.table_name = o.name AND o.kind = 'table'
    WHERE o.kind = v_kind AND (p_module IS NULL OR v_kind <> 'procedure' OR o.module = p_module)
    ORDER BY o.name;

    SELECT
        kind,
        name,
        version,
        action,
        applied_by,
        created_at
    FROM schema_object_versions
    ORDER BY created_at DESC, kind ASC, name ASC, version DESC
    LIMIT 20;
END //

DELIMITER ;
