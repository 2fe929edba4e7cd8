-- verification_withdraw: take back one's own request while it waits; its documents go at once.
--
-- Parameters
--   p_actor_id    users.id of who asked
--   p_request_id  verification_queue.id
-- Result sets
--   request (one)  id, status
-- Errors
--   45401  nobody is signed in
--   45404  no such request of the actor's
--   45409  it does not wait any more
-- Example
--   CALL verification_withdraw(3, 0);  -- refused: 45404

DROP PROCEDURE IF EXISTS verification_withdraw;

DELIMITER //

CREATE PROCEDURE verification_withdraw (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_request_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Take back one''s own request while it waits. | request: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_status VARCHAR(20);
    DECLARE v_documents JSON;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Before the transaction, so that what it sees is as of the lock.
    CALL _require_actor(p_actor_id, v_role);

    START TRANSACTION;
    CALL _verification_lock(p_actor_id, p_request_id, v_status, v_documents);
    UPDATE verification_queue
    SET status = 'withdrawn', files_removed_at = UTC_TIMESTAMP(), updated_by = p_actor_id
    WHERE id = p_request_id;
    DELETE FROM verification_files
    WHERE verification_id = p_request_id;
    CALL _media_files_remove(JSON_EXTRACT(v_documents, '$[*].media_file_id'));
    CALL _audit(
        p_actor_id, 'verification_withdraw', 'verification_queue', p_request_id,
        JSON_OBJECT('status', v_status), JSON_OBJECT('status', 'withdrawn')
    );
    COMMIT;

    SELECT
        id,
        status
    FROM verification_queue
    WHERE id = p_request_id;
END //

DELIMITER ;
