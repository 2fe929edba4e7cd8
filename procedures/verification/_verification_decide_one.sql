-- _verification_decide_one: decide one verification request, if it is still open.
--
-- The caller holds the lock on the person's account.
--
-- Parameters
--   p_actor_id    users.id of the admin
--   p_request_id  verification_queue.id
--   p_decision    approve, reject or ask
--   p_reason      message to the person
--   p_revision    revision that the admin saw; NULL: do not check
--   p_state       of the account, from _graduand_lock
--   p_result      approved, rejected, needs_more; or why it is not decided: decided (already, by
--                 someone else), changed (by the person), inactive (the account may not act now)
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _verification_decide_one;

DELIMITER //

CREATE PROCEDURE _verification_decide_one (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_request_id BIGINT UNSIGNED,
    IN p_decision VARCHAR(20),
    IN p_reason VARCHAR(1000),
    IN p_revision INT UNSIGNED,
    IN p_state VARCHAR(20),
    OUT p_result VARCHAR(20)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Decide one verification request, if it is still open.'
BEGIN
    DECLARE v_fact_id BIGINT UNSIGNED;
    DECLARE v_verb VARCHAR(40);
    DECLARE v_status VARCHAR(20);
    DECLARE v_kind VARCHAR(20);
    DECLARE v_user_id BIGINT UNSIGNED;
    DECLARE v_revision INT UNSIGNED;

    SELECT
        status,
        kind,
        user_id,
        revision
    INTO v_status, v_kind, v_user_id, v_revision
    FROM verification_queue
    WHERE id = p_request_id
    FOR UPDATE;

    SET p_result = CASE
        WHEN v_status IS NULL THEN 'unknown'
        WHEN v_status NOT IN ('pending', 'needs_more') THEN 'decided'
        WHEN v_status = 'needs_more' AND p_decision = 'ask' THEN 'decided'
        WHEN p_revision <> v_revision THEN 'changed'
        -- Requests of inactive accounts can only be rejected.
        WHEN p_state NOT IN ('alumni', 'student') AND p_decision <> 'reject' THEN 'inactive'
        WHEN p_decision = 'approve' THEN 'approved'
        WHEN p_decision = 'reject' THEN 'rejected'
        ELSE 'needs_more'
    END;
    IF p_result IN ('approved', 'rejected', 'needs_more') THEN
        UPDATE verification_queue
        SET
            status = p_result,
            decided_at = UTC_TIMESTAMP(),
            decided_by = p_actor_id,
            decided_reason = p_reason,
            updated_by = p_actor_id
        WHERE id = p_request_id;
        CALL _audit(
            p_actor_id, 'verification_decide', 'verification_queue', p_request_id,
            JSON_OBJECT('status', v_status),
            JSON_OBJECT('status', p_result, 'decided_reason', p_reason)
        );
        -- The id of the audit log row is the fact key of the mail.
        SET v_fact_id = LAST_INSERT_ID();
        SET v_verb = CASE p_result
            WHEN 'approved' THEN 'verification_approved'
            WHEN 'rejected' THEN 'verification_rejected'
            ELSE 'verification_more'
        END;
        CALL _notify(
            p_actor_id, v_user_id, 'verification', v_verb, CONCAT('verification-', p_request_id),
            '/verification',
            JSON_OBJECT('kind', v_kind, 'reason', p_reason, 'user_id', v_user_id),
            v_verb, CONCAT('verification_decided:', v_fact_id)
        );
    END IF;
END //

DELIMITER ;
