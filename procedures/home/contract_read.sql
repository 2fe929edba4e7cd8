-- contract_read: read the contract of every public procedure: parameters, result sets, data access.
--
-- Clients read it at start. An account that has EXECUTE through a role can call a procedure but
-- does not see it in information_schema; this procedure returns it. How long a text may be is known
-- to the code that refuses it (_require_text); `limits` is read from that code, so that a form can
-- state the limit without a copy of it.
--
-- Parameters
--   p_actor_id  not used
-- Result sets
--   procedures (many)  name, contract (the COMMENT), data_access
--   parameters (many)  procedure_name, name, type, in the order of the procedure
--   limits (many)      procedure_name, name (of the parameter, without p_), characters: the most
--                      that the procedure, or a helper that it calls, accepts
--   choices (many)     table_name, column_name, type: an ENUM with its values in their order
-- Errors
--   none
-- Example
--   CALL contract_read(NULL);

DROP PROCEDURE IF EXISTS contract_read;

DELIMITER //

CREATE PROCEDURE contract_read (IN p_actor_id BIGINT UNSIGNED)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT
'Read the contract of each procedure. | procedures: many, parameters: many, limits: many,
choices: many'
BEGIN
    SELECT
        routine_name AS name,
        routine_comment AS contract,
        sql_data_access AS data_access
    FROM information_schema.routines
    WHERE
        routine_schema = DATABASE()
        AND routine_type = 'PROCEDURE'
        AND routine_name NOT LIKE '\_%'
    ORDER BY routine_name;
    SELECT
        specific_name AS procedure_name,
        parameter_name AS name,
        dtd_identifier AS type
    FROM information_schema.parameters
    WHERE
        specific_schema = DATABASE()
        AND routine_type = 'PROCEDURE'
        AND specific_name NOT LIKE '\_%'
    ORDER BY specific_name, ordinal_position;
    -- Every CALL of a procedure by its text, then from _require_text up to the public procedures.
    -- `p_field` stands for the name that a helper such as _require_link gets from its caller.
    WITH RECURSIVE
    sources AS (
        SELECT
            routine_name AS caller,
            routine_definition AS source
        FROM information_schema.routines
        WHERE routine_schema = DATABASE() AND routine_type = 'PROCEDURE'
    ),

    rests AS (
        SELECT
            caller,
            SUBSTRING(source, LOCATE('CALL ', source) + 5) AS rest
        FROM sources
        WHERE LOCATE('CALL ', source) > 0
        UNION ALL
        SELECT
            caller,
            SUBSTRING(rest, LOCATE('CALL ', rest) + 5) AS rest
        FROM rests
        WHERE LOCATE('CALL ', rest) > 0
    ),

    calls AS (
        SELECT
            caller,
            SUBSTRING_INDEX(rest, '(', 1) AS called,
            REGEXP_SUBSTR(SUBSTRING_INDEX(rest, ',', 1), '[a-z_]+', 1, 2) AS field,
            REGEXP_SUBSTR(SUBSTRING_INDEX(rest, ';', 1), '[0-9]+') AS most
        FROM rests
    ),

    limits AS (
        SELECT
            caller,
            field,
            CAST(most AS UNSIGNED) AS characters
        FROM calls
        WHERE called = '_require_text'
        UNION DISTINCT
        SELECT
            c.caller,
            IF(l.field = 'p_field', c.field, l.field) AS field,
            l.characters
        FROM limits AS l
        INNER JOIN calls AS c ON l.caller = c.called
    )

    SELECT
        caller AS procedure_name,
        field AS name,
        MIN(characters) AS characters
    FROM limits
    WHERE caller NOT LIKE '\_%' AND field NOT LIKE 'p\_%'
    GROUP BY caller, field
    ORDER BY caller, field;
    SELECT
        table_name,
        column_name,
        column_type AS type
    FROM information_schema.columns
    WHERE
        table_schema = DATABASE()
        AND data_type = 'enum'
        AND table_name NOT LIKE 'vw\_%'
    ORDER BY table_name, column_name;
END //

DELIMITER ;
