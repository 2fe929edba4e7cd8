-- password_reset: set a new password by the link in the mail.
--
-- Every session ends, every other link to recover is void, and the address is confirmed: the mail
-- has reached its person.
--
-- Parameters
--   p_actor_id       not used: whoever has the token has the mail
--   p_token          from the link
--   p_password_hash  Argon2id, made by the client
-- Result sets
--   account (one)  id, email
-- Errors
--   45404  the link is unknown, used or has expired
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
COMMENT 'Set a new password by the link in the mail. | account: one'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();
    DECLARE v_token_id BIGINT UNSIGNED;
    DECLARE v_user_id BIGINT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    SELECT
        t.id,
        t.user_id
    INTO v_token_id, v_user_id
    FROM password_reset_tokens AS t
    JOIN users AS u ON u.id = t.user_id
    WHERE
        t.token_hash = UNHEX(SHA2(p_token, 256))
        AND t.used_at IS NULL
        AND t.expires_at > v_now
        AND u.is_deleted = 0
    FOR UPDATE;
    IF v_user_id IS NULL THEN
        SIGNAL SQLSTATE '45404'
            SET MESSAGE_TEXT = 'This link is used or has expired. Ask for a new one.';
    END IF;
    UPDATE password_reset_tokens SET used_at = v_now
    WHERE user_id = v_user_id AND used_at IS NULL;
    CALL _password_set(v_user_id, v_user_id, p_password_hash);
    CALL _address_confirmed(v_user_id);
    CALL _queue_mail(
        v_user_id, v_user_id, 'password_changed', JSON_OBJECT(),
        CONCAT('password_changed:', v_token_id)
    );
    COMMIT;

    SELECT
        id,
        email
    FROM users
    WHERE id = v_user_id;
END //

DELIMITER ;
