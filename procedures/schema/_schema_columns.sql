-- _schema_columns: describe a table or view: columns, keys, constraints.
--
-- Parameters
--   p_name  its name; other objects have no rows
-- Result sets
--   columns (many)      name, type, is_nullable, default_value, extra, generated_as, comment
--   indexes (many)      name, kind (PRIMARY, UNIQUE, FULLTEXT, plain), columns
--   references (many)   name, columns, parent, parent_columns, on_delete
--   referenced (many)   name, child, columns, on_delete: keys of other tables that reference it
--   checks (many)       name, rule
-- Errors
--   none

DROP PROCEDURE IF EXISTS _schema_columns;

DELIMITER //

CREATE PROCEDURE _schema_columns (IN p_name VARCHAR(64))
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Describe a table or view: columns, keys, constraints.'
BEGIN
    SELECT
        column_name AS name,
        column_type AS type,
        is_nullable = 'YES' AS is_nullable,
        column_default AS default_value,
        TRIM(REPLACE(extra, 'DEFAULT_GENERATED', '')) AS extra,
        NULLIF(REPLACE(REPLACE(generation_expression, '_utf8mb4', ''), '\\''', ''''), '')
            AS generated_as,
        column_comment AS comment
    FROM information_schema.columns
    WHERE table_schema = DATABASE() AND table_name = p_name
    ORDER BY ordinal_position;

    SELECT
        index_name AS name,
        CASE
            WHEN index_name = 'PRIMARY' THEN 'PRIMARY'
            WHEN MAX(index_type) = 'FULLTEXT' THEN 'FULLTEXT'
            WHEN MAX(non_unique) = 0 THEN 'UNIQUE'
            ELSE 'plain'
        END AS kind,
        GROUP_CONCAT(COALESCE(column_name, expression) ORDER BY seq_in_index SEPARATOR ', ')
            AS columns
    FROM information_schema.statistics
    WHERE table_schema = DATABASE() AND table_name = p_name
    GROUP BY index_name
    ORDER BY index_name <> 'PRIMARY', index_name;

    SELECT
        k.constraint_name AS name,
        GROUP_CONCAT(k.column_name ORDER BY k.ordinal_position SEPARATOR ', ') AS columns,
        k.referenced_table_name AS parent,
        GROUP_CONCAT(k.referenced_column_name ORDER BY k.ordinal_position SEPARATOR ', ')
            AS parent_columns,
        r.delete_rule AS on_delete
    FROM information_schema.key_column_usage AS k
    JOIN information_schema.referential_constraints AS r
        ON r.constraint_schema = k.table_schema AND r.constraint_name = k.constraint_name
    WHERE k.table_schema = DATABASE() AND k.table_name = p_name
    GROUP BY k.constraint_name, k.referenced_table_name, r.delete_rule
    ORDER BY k.constraint_name;

    SELECT
        k.constraint_name AS name,
        k.table_name AS child,
        GROUP_CONCAT(k.column_name ORDER BY k.ordinal_position SEPARATOR ', ') AS columns,
        r.delete_rule AS on_delete
    FROM information_schema.referential_constraints AS r
    JOIN information_schema.key_column_usage AS k
        ON
            k.table_schema = r.constraint_schema AND k.table_name = r.table_name
            AND k.constraint_name = r.constraint_name
    WHERE r.constraint_schema = DATABASE() AND r.referenced_table_name = p_name
    GROUP BY k.constraint_name, k.table_name, r.delete_rule
    ORDER BY k.table_name, k.constraint_name;

    SELECT
        c.constraint_name AS name,
        REPLACE(REPLACE(REPLACE(c.check_clause, '_utf8mb4', ''), '\\''', ''''), '`', '') AS rule
    FROM information_schema.table_constraints AS t
    JOIN information_schema.check_constraints AS c
        ON c.constraint_schema = t.constraint_schema AND c.constraint_name = t.constraint_name
    WHERE
        t.table_schema = DATABASE() AND t.table_name = p_name AND t.constraint_type = 'CHECK'
    ORDER BY c.constraint_name;
END //

DELIMITER ;
