-- account_block: block an account immediately and until further notice.
--
-- Its sessions end, pending links become invalid, it disappears from the directories, and the owner
-- is notified by mail with the reason.
--
-- Parameters
--   p_actor_id  users.id of an admin
--   p_user_id   users.id of the account
--   p_reason    message to the person
-- Result sets
--   account (one)  id, email, role, status
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45404  no such account
--   45409  the actor's own account, a deleted one, or already blocked
--   45422  invalid value
-- Example
--   CALL account_block(1, 3, 'Somebody else uses this account.');

DROP PROCEDURE IF EXISTS account_block;

DELIMITER //

CREATE PROCEDURE account_block (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED,
    IN p_reason VARCHAR(500)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Block an account immediately. | account: one'
BEGIN
    DECLARE v_role_id TINYINT UNSIGNED;
    DECLARE v_state VARCHAR(10);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_admin(p_actor_id);
    CALL _require_text('reason', p_reason, 500, 1, 1);

    START TRANSACTION;
    CALL _account_pair_lock(p_actor_id, p_user_id, v_role_id, v_state);
    IF v_state NOT IN ('active', 'pending') THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'Only active or pending accounts can be blocked. Reload the page.';
    END IF;
    CALL _require_other_admin(p_user_id, v_role_id);
    UPDATE users
    SET status = 'blocked', status_reason = p_reason, updated_by = p_actor_id
    WHERE id = p_user_id;
    CALL _account_suspend(p_actor_id, p_user_id);
    -- Announcements of a deleted account stay, under "Former member"; of a blocked one they do not.
    UPDATE announcements
    SET is_suspended = 1, updated_by = p_actor_id
    WHERE author_id = p_user_id AND is_suspended = 0 AND status <> 'draft';
    CALL _sessions_revoke(p_user_id, NULL);
    CALL _tokens_void(p_user_id, 0);
    CALL _audit(
        p_actor_id, 'account_block', 'users', p_user_id,
        JSON_OBJECT('status', v_state),
        JSON_OBJECT('status', 'blocked', 'status_reason', p_reason)
    );
    -- The audit log row is the key of the mail.
    CALL _queue_mail(
        p_actor_id, p_user_id, 'account_blocked', JSON_OBJECT('reason', p_reason),
        CONCAT('account_blocked:', LAST_INSERT_ID())
    );
    COMMIT;

    CALL _account_read(p_user_id);
END //

DELIMITER ;
