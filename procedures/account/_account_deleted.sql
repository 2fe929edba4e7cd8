-- _account_deleted: mark an account as deleted, with all consequences.
--
-- Parameters
--   p_actor_id       users.id of the actor
--   p_user_id        users.id of the account
--   p_action         name of the calling procedure, for the audit log
--   p_is_restorable  1: send a mail with a link that restores the account
-- Result sets
--   none
-- Errors
--   45401  not signed in, or the account is already deleted
--   45409  the account is the last active admin

DROP PROCEDURE IF EXISTS _account_deleted;

DELIMITER //

CREATE PROCEDURE _account_deleted (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED,
    IN p_action VARCHAR(64),
    IN p_is_restorable BOOLEAN
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Mark an account as deleted, with all consequences.'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();
    DECLARE v_token CHAR(64) DEFAULT LOWER(HEX(RANDOM_BYTES(32)));
    DECLARE v_role_id TINYINT UNSIGNED;
    DECLARE v_status VARCHAR(20);

    SELECT
        role_id,
        status
    INTO v_role_id, v_status
    FROM users
    WHERE id = p_user_id AND is_deleted = 0
    FOR UPDATE;
    IF v_role_id IS NULL OR (p_user_id = p_actor_id AND v_status <> 'active') THEN
        SIGNAL SQLSTATE '45401' SET MESSAGE_TEXT = 'Sign in to continue.';
    END IF;

    CALL _require_other_admin(p_user_id, v_role_id);

    CALL _tokens_void(p_user_id, 0);
    IF p_is_restorable THEN
        INSERT INTO account_tokens (user_id, purpose, token_hash, expires_at)
        VALUES (
            p_user_id, 'restore', UNHEX(SHA2(v_token, 256)), restorable_until_of(v_now)
        );
        -- Queued before the account is deleted: afterwards it gets no mail and has no name.
        CALL _queue_mail(
            p_actor_id, p_user_id, 'account_deleted',
            JSON_OBJECT('token', v_token, 'until', DATE(restorable_until_of(v_now))),
            CONCAT('account_deleted:', LAST_INSERT_ID())
        );
    END IF;
    CALL _account_suspend(p_actor_id, p_user_id);
    UPDATE users SET is_deleted = 1, deleted_at = v_now, updated_by = p_actor_id
    WHERE id = p_user_id;
    CALL _sessions_revoke(p_user_id, NULL);
    CALL _audit(
        p_actor_id, p_action, 'users', p_user_id,
        JSON_OBJECT('is_deleted', 0), JSON_OBJECT('is_deleted', 1)
    );
END //

DELIMITER ;
