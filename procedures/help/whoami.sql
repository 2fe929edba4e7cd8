-- whoami: show the database account of this connection, and the person it acts as (act_as).
--
-- Runs with the caller's privileges, because the caller's roles are part of the answer.
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
COMMENT 'Show the database account of this connection. | connection: one'
BEGIN
    SELECT
        USER() AS login,
        CURRENT_ROLE() AS roles,
        DATABASE() AS schema_name,
        VERSION() AS server,
        @actor AS actor_id;
END //

DELIMITER ;
