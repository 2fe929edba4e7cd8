-- password_reset: set a new password with the link in the mail.
--
-- All sessions end, all other recovery links become invalid, and the email address is confirmed:
-- the mail has reached its owner.
--
-- Parameters
--   p_actor_id       not used: the token is the authorisation
--   p_token          from the link
--   p_password_hash  Argon2id, made by the client
-- Result sets
--   account (one)  id, email, role, status
-- Errors
--   45404  the link is unknown, used or has expired
--   45422  not an Argon2id hash
-- Example
--   CALL password_reset(NULL, 'no such token', '$argon2id$example');
--   -- refused: 45404

DROP PROCEDURE IF EXISTS password_reset;

DELIMITER //

CREATE PROCEDURE password_reset (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_token VARCHAR(128),
    IN p_password_hash VARCHAR(255)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Set a new password with the link in the mail. | account: one'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();
    DECLARE v_user_id BIGINT UNSIGNED;
    DECLARE v_email VARCHAR(254);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    SELECT
        t.user_id,
        u.email
    INTO v_user_id, v_email
    FROM password_reset_tokens AS t
    JOIN users AS u ON u.id = t.user_id
    WHERE
        t.token_hash = UNHEX(SHA2(p_token, 256))
        AND t.used_at IS NULL
        AND t.expires_at > v_now
        AND u.is_deleted = 0
    FOR UPDATE OF t;
    IF v_user_id IS NULL THEN
        SIGNAL SQLSTATE '45404'
            SET MESSAGE_TEXT = 'This link is used or has expired. Request a new one.';
    END IF;
    -- Throttles first, then the account: signing in locks them in the same order.
    CALL _throttle_forgive('sign_in', 'account', v_email, 1);
    CALL _password_set(v_user_id, v_user_id, p_password_hash, 'password_reset', NULL);
    CALL _address_confirmed(v_user_id, 'password_reset');
    COMMIT;

    CALL _account_read(v_user_id);
END //

DELIMITER ;
