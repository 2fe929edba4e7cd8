-- account_decide: approve or reject a pending account.
--
-- Parameters
--   p_actor_id  users.id of an admin
--   p_user_id   users.id of the account
--   p_decision  approve or reject
--   p_reason    message to the applicant; required for a rejection
-- Result sets
--   account (one)  id, email, role, status
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45404  no such account
--   45409  the account is not waiting for a decision
--   45422  invalid value
-- Example
--   CALL account_decide(1, 3, 'approve', NULL);
--   -- refused: 45409

DROP PROCEDURE IF EXISTS account_decide;

DELIMITER //

CREATE PROCEDURE account_decide (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED,
    IN p_decision VARCHAR(20),
    IN p_reason VARCHAR(500)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Approve or reject a pending account. | account: one'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();
    DECLARE v_status VARCHAR(20);
    DECLARE v_approved_at DATETIME;
    DECLARE v_verified_at DATETIME;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    CALL _require_admin(p_actor_id);
    IF p_decision IS NULL OR p_decision NOT IN ('approve', 'reject') THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'decision: Choose approve or reject.';
    END IF;
    CALL _require_text('reason', p_reason, 500, p_decision = 'reject', 1);
    SELECT
        status,
        approved_at,
        email_verified_at
    INTO v_status, v_approved_at, v_verified_at
    FROM users
    WHERE id = p_user_id AND is_deleted = 0
    FOR UPDATE;
    IF v_status IS NULL THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Account not found.';
    END IF;
    IF v_status <> 'pending' OR v_approved_at IS NOT NULL THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'This account has already been reviewed. Reload the page.';
    END IF;
    IF p_decision = 'approve' THEN
        UPDATE users
        SET
            approved_at = v_now,
            status = IF(v_verified_at IS NULL, 'pending', 'active'),
            updated_by = p_actor_id
        WHERE id = p_user_id;
        CALL _queue_mail(
            p_actor_id, p_user_id, 'account_approved', JSON_OBJECT(),
            CONCAT('account_approved:', p_user_id)
        );
    ELSE
        UPDATE users
        SET status = 'rejected', status_reason = p_reason, updated_by = p_actor_id
        WHERE id = p_user_id;
        CALL _queue_mail(
            p_actor_id, p_user_id, 'account_rejected', JSON_OBJECT('reason', p_reason),
            CONCAT('account_rejected:', p_user_id)
        );
    END IF;
    CALL _tokens_void(p_user_id, p_decision = 'approve');
    CALL _audit(
        p_actor_id, 'account_decide', 'users', p_user_id,
        JSON_OBJECT('status', v_status),
        JSON_OBJECT('decision', p_decision, 'status_reason', p_reason)
    );
    COMMIT;

    CALL _account_read(p_user_id);
END //

DELIMITER ;
