-- contract_read: read the contract of every public procedure: parameters, result sets, data access.
--
-- Clients read it at start. An account that has EXECUTE through a role can call a procedure but
-- does not see it in information_schema; this procedure returns it.
--
-- Parameters
--   p_actor_id  not used
-- Result sets
--   procedures (many)  name, contract (the COMMENT), data_access
--   parameters (many)  procedure_name, name, type, in the order of the procedure
-- Errors
--   none
-- Example
--   CALL contract_read(NULL);

DROP PROCEDURE IF EXISTS contract_read;

DELIMITER //

CREATE PROCEDURE contract_read (IN p_actor_id BIGINT UNSIGNED)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read the contract of every public procedure. | procedures: many, parameters: many'
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
END //

DELIMITER ;
