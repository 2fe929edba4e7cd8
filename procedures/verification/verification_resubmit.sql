-- verification_resubmit: resubmit a request after the office has asked for more.
--
-- It keeps its place in the queue.
--
-- Parameters
--   p_actor_id    users.id of the requester
--   p_request_id  verification_queue.id
--   p_note        message to the office, at most 1,000 characters; NULL: keep the previous one
-- Result sets
--   request (one)  id, status
-- Errors
--   45401  not signed in
--   45404  no such request of the actor
--   45409  the request does not need a reply
--   45422  invalid value
-- Example
--   CALL verification_resubmit(3, 0, NULL);  -- refused: 45404

DROP PROCEDURE IF EXISTS verification_resubmit;

DELIMITER //

CREATE PROCEDURE verification_resubmit (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_request_id BIGINT UNSIGNED,
    IN p_note VARCHAR(1000)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Resubmit a request after the office has asked for more. | request: one'
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
    CALL _require_text('note', p_note, 1000, 0, 1);

    START TRANSACTION;
    CALL _verification_lock(p_actor_id, p_request_id, v_status, v_documents);
    IF v_status <> 'needs_more' THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'The office already has your request. You don''t need to resend it.';
    END IF;
    UPDATE verification_queue
    SET
        status = 'pending',
        note = COALESCE(p_note, note),
        revision = revision + 1,
        updated_by = p_actor_id
    WHERE id = p_request_id;
    CALL _audit(
        p_actor_id, 'verification_resubmit', 'verification_queue', p_request_id,
        JSON_OBJECT('status', v_status), JSON_OBJECT('status', 'pending')
    );
    COMMIT;

    SELECT
        id,
        status
    FROM verification_queue
    WHERE id = p_request_id;
END //

DELIMITER ;
