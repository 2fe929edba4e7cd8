-- whoami: as whom one is connected, and for whom one acts (act_as).
--
-- Runs with the rights of who calls, because the roles of the caller are the answer.
--
-- Parameters
--   none
-- Result sets
--   connection (one)  login, roles, schema_name, server, actor_id (of act_as; NULL: nobody)
-- Errors
--   none
-- Example
--   CALL whoami();

DROP PROCEDURE IF EXISTS whoami;

DELIMITER //

CREATE PROCEDURE whoami ()
NO SQL
SQL SECURITY INVOKER
COMMENT 'As whom one is connected. | connection: one'
BEGIN
    SELECT
        USER() AS login,
        CURRENT_ROLE() AS roles,
        DATABASE() AS schema_name,
        VERSION() AS server,
        @actor AS actor_id;
END //

DELIMITER ;
