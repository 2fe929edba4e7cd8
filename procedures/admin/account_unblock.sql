-- account_unblock: reactivate an account that was blocked or rejected.
--
-- It can act immediately, or once its email address is confirmed; the owner is notified by mail.
--
-- Parameters
--   p_actor_id  users.id of an admin
--   p_user_id   users.id of the account
-- Result sets
--   account (one)  id, email, role, status
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45404  no such account
--   45409  the actor's own account, or neither blocked nor rejected
-- Example
--   CALL account_block(1, 3, 'Somebody else uses this account.');
--   CALL account_unblock(1, 3);

DROP PROCEDURE IF EXISTS account_unblock;

DELIMITER //

CREATE PROCEDURE account_unblock (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Reactivate an account. | account: one'
BEGIN
    DECLARE v_role_id TINYINT UNSIGNED;
    DECLARE v_state VARCHAR(10);
    DECLARE v_status VARCHAR(10);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_admin(p_actor_id);

    START TRANSACTION;
    CALL _account_pair_lock(p_actor_id, p_user_id, v_role_id, v_state);
    IF v_state NOT IN ('blocked', 'rejected') THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'This account is neither blocked nor rejected. Reload the page.';
    END IF;
    SELECT IF(email_verified_at IS NULL, 'pending', 'active') INTO v_status
    FROM users
    WHERE id = p_user_id
    FOR UPDATE;
    UPDATE users
    SET
        status = v_status,
        status_reason = NULL,
        approved_at = COALESCE(approved_at, UTC_TIMESTAMP()),
        updated_by = p_actor_id
    WHERE id = p_user_id;
    CALL _tokens_void(p_user_id, 1);
    CALL _account_resume(p_actor_id, p_user_id);
    CALL _audit(
        p_actor_id, 'account_unblock', 'users', p_user_id,
        JSON_OBJECT('status', v_state), JSON_OBJECT('status', v_status)
    );
    CALL _queue_mail(
        p_actor_id, p_user_id, 'account_unblocked', JSON_OBJECT(),
        CONCAT('account_unblocked:', LAST_INSERT_ID())
    );
    COMMIT;

    CALL _account_read(p_user_id);
END //

DELIMITER ;
