-- _audit: log a change of permissions or status.
--
-- The network address and the request id come from session_use; a database client has neither, but
-- USER() identifies it.
--
-- Parameters
--   p_actor_id  users.id; NULL: a database client or the scheduler
--   p_action    name of the procedure
--   p_table     table of the changed row
--   p_id        its id
--   p_before    the changed columns before the change; NULL: created
--   p_after     the changed columns after the change; NULL: deleted
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _audit;

DELIMITER //

CREATE PROCEDURE _audit (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_action VARCHAR(64),
    IN p_table VARCHAR(64),
    IN p_id BIGINT UNSIGNED,
    IN p_before JSON,
    IN p_after JSON
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Log a change of permissions or status.'
BEGIN
    INSERT INTO admin_activity_log (
        actor_id, action, subject_table, subject_id, before_state, after_state,
        client_address, request_id, database_user
    ) VALUES (
        p_actor_id, p_action, p_table, p_id, p_before, p_after,
        @client_address, @request_id, USER()
    );
END //

DELIMITER ;
