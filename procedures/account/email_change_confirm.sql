-- email_change_confirm: change the email address of an account with the link in the mail.
--
-- Recovery links sent to the old address become invalid.
--
-- Parameters
--   p_actor_id  not used: the token is the authorisation
--   p_token     from the link
-- Result sets
--   account (one)  id, email, role, status
-- Errors
--   45404  the link is unknown, used, replaced or has expired
--   45409  another account has taken the address since
-- Example
--   CALL email_change_confirm(NULL, 'no such token');
--   -- refused: 45404

DROP PROCEDURE IF EXISTS email_change_confirm;

DELIMITER //

CREATE PROCEDURE email_change_confirm (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_token VARCHAR(128)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Change the email address of an account with the link in the mail. | account: one'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();
    DECLARE v_token_id BIGINT UNSIGNED;
    DECLARE v_user_id BIGINT UNSIGNED;
    DECLARE v_old_email VARCHAR(254);
    DECLARE v_new_email VARCHAR(254);

    -- If two people want the same address, the unique key decides.
    DECLARE EXIT HANDLER FOR 1062
    BEGIN
        ROLLBACK;
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'Another account now has this email address. Choose another one.';
    END;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- The owner of a token never changes; the account is locked before its token, as in erasure.
    SELECT user_id INTO v_user_id
    FROM account_tokens
    WHERE token_hash = UNHEX(SHA2(p_token, 256)) AND purpose = 'change_email';

    START TRANSACTION;
    SELECT email INTO v_old_email
    FROM users
    WHERE id = v_user_id AND is_deleted = 0
    FOR UPDATE;
    IF v_old_email IS NOT NULL THEN
        SELECT
            id,
            new_email
        INTO v_token_id, v_new_email
        FROM account_tokens
        WHERE
            token_hash = UNHEX(SHA2(p_token, 256))
            AND used_at IS NULL
            AND expires_at > v_now
        FOR UPDATE;
    END IF;
    IF v_token_id IS NULL THEN
        SIGNAL SQLSTATE '45404'
            SET MESSAGE_TEXT = 'This link is used or has expired. Request a new one.';
    END IF;

    CALL _tokens_void(v_user_id, 0);
    CALL _audit(
        v_user_id, 'email_change_confirm', 'users', v_user_id,
        JSON_OBJECT('email', v_old_email), JSON_OBJECT('email', v_new_email)
    );
    -- Sent to the old address, which is still the current one.
    CALL _queue_mail(
        v_user_id, v_user_id, 'email_changed', JSON_OBJECT('new_email', v_new_email),
        CONCAT('email_changed:', v_token_id)
    );
    UPDATE users SET email = v_new_email, updated_by = v_user_id
    WHERE id = v_user_id;
    CALL _address_confirmed(v_user_id, 'email_change_confirm');
    COMMIT;

    CALL _account_read(v_user_id);
END //

DELIMITER ;
