-- _password_set: change the password of an account and end its sessions.
--
-- All recovery links become invalid, and the owner is notified by mail.
--
-- Parameters
--   p_actor_id         users.id of the actor; NULL: a database client
--   p_user_id          users.id of the account
--   p_password_hash    Argon2id
--   p_action           name of the calling procedure, for the audit log
--   p_kept_session_id  user_sessions.id of the session to keep; NULL: none
-- Result sets
--   none
-- Errors
--   45422  not an Argon2id hash

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
COMMENT 'Change the password of an account and end its sessions.'
BEGIN
    CALL _require_password_hash(p_password_hash);
    UPDATE users SET password_hash = p_password_hash, updated_by = p_actor_id
    WHERE id = p_user_id;
    CALL _sessions_revoke(p_user_id, p_kept_session_id);
    CALL _tokens_void(p_user_id, 1);

    CALL _audit(p_actor_id, p_action, 'users', p_user_id, NULL, NULL);
    -- The audit log row is the key of the mail.
    CALL _queue_mail(
        p_actor_id, p_user_id, 'password_changed', JSON_OBJECT(),
        CONCAT('password_changed:', LAST_INSERT_ID())
    );
END //

DELIMITER ;
