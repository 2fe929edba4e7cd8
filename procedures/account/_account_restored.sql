-- _account_restored: restore a deleted account.
--
-- The caller holds the lock on the account and has checked that it is deleted and not erased.
--
-- Parameters
--   p_actor_id  users.id of the actor: the owner of the account or an admin
--   p_user_id   users.id of the account
--   p_action    name of the calling procedure, for the audit log
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _account_restored;

DELIMITER //

CREATE PROCEDURE _account_restored (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED,
    IN p_action VARCHAR(64)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Restore a deleted account.'
BEGIN
    DECLARE v_status VARCHAR(10);

    UPDATE users SET is_deleted = 0, deleted_at = NULL, updated_by = p_actor_id
    WHERE id = p_user_id;
    CALL _tokens_void(p_user_id, 0);
    -- A blocked account that was deleted as well is blocked again.
    SELECT status INTO v_status
    FROM users
    WHERE id = p_user_id
    FOR UPDATE;
    IF v_status <> 'blocked' THEN
        CALL _account_resume(p_actor_id, p_user_id);
    END IF;
    CALL _audit(
        p_actor_id, p_action, 'users', p_user_id,
        JSON_OBJECT('is_deleted', 1), JSON_OBJECT('is_deleted', 0)
    );
    -- The audit log row is the key of the mail.
    CALL _queue_mail(
        p_actor_id, p_user_id, 'account_restored', JSON_OBJECT(),
        CONCAT('account_restored:', LAST_INSERT_ID())
    );
END //

DELIMITER ;
