-- verification_withdraw: withdraw the actor's open request; its documents are deleted immediately.
--
-- Parameters
--   p_actor_id    users.id of the requester
--   p_request_id  verification_queue.id
-- Result sets
--   request (one)  id, status
-- Errors
--   45401  not signed in
--   45404  no such request of the actor
--   45409  not open
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
COMMENT 'Withdraw the actor''s open request. | request: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_status VARCHAR(20);
    DECLARE v_documents JSON;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the lock.
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
