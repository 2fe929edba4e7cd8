-- verification_revoke: revoke an approval because a document was wrong.
--
-- The badge disappears immediately; the person is notified and can submit a new request.
--
-- Parameters
--   p_actor_id    users.id of an admin
--   p_request_id  verification_queue.id
--   p_reason      message to the person, at most 1,000 characters
-- Result sets
--   request (one)  id, status
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45404  no such request
--   45409  not approved
--   45422  invalid value
-- Example
--   CALL verification_revoke(1, 0, 'The diploma is somebody else''s.');  -- refused: 45404

DROP PROCEDURE IF EXISTS verification_revoke;

DELIMITER //

CREATE PROCEDURE verification_revoke (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_request_id BIGINT UNSIGNED,
    IN p_reason VARCHAR(1000)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Revoke an approval. | request: one'
BEGIN
    DECLARE v_fact_id BIGINT UNSIGNED;
    DECLARE v_user_id BIGINT UNSIGNED;
    DECLARE v_state VARCHAR(20);
    DECLARE v_status VARCHAR(20);
    DECLARE v_kind VARCHAR(20);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the lock.
    CALL _require_admin(p_actor_id);
    CALL _require_text('reason', p_reason, 1000, 1, 1);
    SELECT user_id INTO v_user_id
    FROM verification_queue
    WHERE id = p_request_id;
    IF v_user_id IS NULL THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Request not found.';
    END IF;

    START TRANSACTION;
    CALL _graduand_lock(v_user_id, v_state);
    SELECT
        status,
        kind
    INTO v_status, v_kind
    FROM verification_queue
    WHERE id = p_request_id
    FOR UPDATE;
    IF v_status <> 'approved' THEN
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = 'This request is not approved. Reload the page.';
    END IF;
    UPDATE verification_queue
    SET
        status = 'rejected',
        decided_at = UTC_TIMESTAMP(),
        decided_by = p_actor_id,
        decided_reason = p_reason,
        updated_by = p_actor_id
    WHERE id = p_request_id;
    CALL _audit(
        p_actor_id, 'verification_revoke', 'verification_queue', p_request_id,
        JSON_OBJECT('status', 'approved'),
        JSON_OBJECT('status', 'rejected', 'decided_reason', p_reason)
    );
    SET v_fact_id = LAST_INSERT_ID();
    CALL _notify(
        p_actor_id, v_user_id, 'verification', 'verification_revoked',
        CONCAT('verification-', p_request_id), '/verification',
        JSON_OBJECT('kind', v_kind, 'reason', p_reason),
        'verification_revoked', CONCAT('verification_revoked:', v_fact_id)
    );
    COMMIT;

    SELECT
        id,
        status
    FROM verification_queue
    WHERE id = p_request_id;
END //

DELIMITER ;
