-- user_password_set: change the password of an account; its sessions end and its owner is notified.
--
-- Parameters
--   p_actor_id       users.id of an admin; NULL: the DBA
--   p_email          email address of the account
--   p_password_hash  Argon2id, made by the client
-- Result sets
--   account (one)  id, email, role, status
-- Errors
--   45401  the actor may not act
--   45403  the actor is not an admin
--   45404  no such account
--   45422  not an Argon2id hash
-- Example
--   CALL user_password_set(NULL, 'nobody@example.com', '$argon2id$example');
--   -- refused: 45404

DROP PROCEDURE IF EXISTS user_password_set;

DELIMITER //

CREATE PROCEDURE user_password_set (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_email VARCHAR(254),
    IN p_password_hash VARCHAR(255)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Change the password of an account; its sessions end. | account: one'
BEGIN
    DECLARE v_user_id BIGINT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    CALL _require_dba(p_actor_id);
    -- Throttles first, then the account: signing in locks them in the same order.
    CALL _throttle_forgive('sign_in', 'account', p_email, 1);
    CALL _account_lock(p_email, v_user_id);
    CALL _password_set(p_actor_id, v_user_id, p_password_hash, 'user_password_set', NULL);
    COMMIT;

    CALL _account_read(v_user_id);
END //

DELIMITER ;
