-- _password_set: give an account another password; whoever knew the old one is out.
--
-- Every link to recover it is void, and its person is told by mail.
--
-- Parameters
--   p_actor_id         users.id of who does it; NULL: a database client
--   p_user_id          users.id of the account
--   p_password_hash    Argon2id
--   p_action           the procedure that does it, for the audit log
--   p_kept_session_id  user_sessions.id that gets on; NULL: none
-- Result sets
--   none
-- Errors
--   45422  no Argon2id hash

DROP PROCEDURE IF EXISTS _password_set;

DELIMITER //

CREATE PROCEDURE _password_set (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED,
    IN p_password_hash VARCHAR(255),
    IN p_action VARCHAR(64),
    IN p_kept_session_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Give an account another password; whoever knew the old one is out.'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();

    CALL _require_password_hash(p_password_hash);
    UPDATE users SET password_hash = p_password_hash, updated_by = p_actor_id
    WHERE id = p_user_id;
    CALL _sessions_revoke(p_user_id, p_kept_session_id);
    UPDATE password_reset_tokens SET used_at = v_now
    WHERE user_id = p_user_id AND used_at IS NULL;

    CALL _audit(p_actor_id, p_action, 'users', p_user_id, NULL, NULL);
    -- The row of the audit log names the fact.
    CALL _queue_mail(
        p_actor_id, p_user_id, 'password_changed', JSON_OBJECT(),
        CONCAT('password_changed:', LAST_INSERT_ID())
    );
END //

DELIMITER ;
