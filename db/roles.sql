-- roles: grant each role its privileges. Login accounts hold a role and nothing else.
--
--   alumni_owner   defines every routine, view, trigger and event; locked, nobody can sign in as it
--   alumni_web     EXECUTE on the web's procedures (granted with each procedure) and nothing else
--   alumni_reader  for graders: SELECT on the views (granted with them), SHOW CREATE on the rest
--   alumni_dba     everything on the schema; reads server metrics and privileges
--
-- `ON *` is the schema that the client is connected to.

CREATE ROLE IF NOT EXISTS alumni_owner;
CREATE ROLE IF NOT EXISTS alumni_web;
CREATE ROLE IF NOT EXISTS alumni_reader;
CREATE ROLE IF NOT EXISTS alumni_dba;

GRANT SELECT, INSERT, UPDATE, DELETE, EXECUTE, CREATE TEMPORARY TABLES, TRIGGER, EVENT
ON * TO alumni_owner;

-- REFERENCES is the least privilege that allows SHOW CREATE TABLE: it reads no row.
GRANT REFERENCES, SHOW VIEW ON * TO alumni_reader;
GRANT SHOW_ROUTINE ON *.* TO alumni_reader;

GRANT ALL ON * TO alumni_dba;
GRANT SHOW_ROUTINE ON *.* TO alumni_dba;
GRANT SELECT ON performance_schema.* TO alumni_dba;
GRANT SELECT ON mysql.db TO alumni_dba;
GRANT SELECT ON mysql.tables_priv TO alumni_dba;
GRANT SELECT ON mysql.procs_priv TO alumni_dba;
GRANT SELECT ON mysql.role_edges TO alumni_dba;
GRANT SELECT ON mysql.global_grants TO alumni_dba;
GRANT SELECT (
    user, host, account_locked, select_priv, insert_priv, update_priv, delete_priv, create_priv,
    drop_priv, reload_priv, shutdown_priv, process_priv, file_priv, grant_priv, references_priv,
    index_priv, alter_priv, show_db_priv, super_priv, create_tmp_table_priv, lock_tables_priv,
    execute_priv, repl_slave_priv, repl_client_priv, create_view_priv, show_view_priv,
    create_routine_priv, alter_routine_priv, create_user_priv, event_priv, trigger_priv,
    create_tablespace_priv, create_role_priv, drop_role_priv
) ON mysql.user TO alumni_dba;
