-- _audit: write down a change of rights or state.
--
-- The address and the request come from session_use; a database client has neither, but USER()
-- tells who called.
--
-- Parameters
--   p_actor_id  users.id; NULL: a database client or the scheduler
--   p_action    the procedure that did it
--   p_table     table of the changed row
--   p_id        its id
--   p_before    the changed columns as they were; NULL: created
--   p_after     the changed columns as they are; NULL: gone
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
COMMENT 'Write down a change of rights or state.'
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
