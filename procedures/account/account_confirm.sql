-- account_confirm: confirm an email address with the link in the mail.
--
-- Parameters
--   p_actor_id  not used: the token is the authorisation
--   p_token     from the link
-- Result sets
--   account (one)  id, email, role, status: active, or pending if an admin has to approve it
-- Errors
--   45422  the link is unknown or has expired
-- Example
--   CALL account_confirm(NULL, 'no such token');
--   -- refused: 45422

DROP PROCEDURE IF EXISTS account_confirm;

DELIMITER //

CREATE PROCEDURE account_confirm (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_token VARCHAR(128)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Confirm an email address with the link in the mail. | account: one'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();
    DECLARE v_token_id BIGINT UNSIGNED;
    DECLARE v_user_id BIGINT UNSIGNED;
    DECLARE v_expires_at DATETIME;
    DECLARE v_used_at DATETIME;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    SELECT
        t.id,
        t.user_id,
        t.expires_at,
        t.used_at
    INTO v_token_id, v_user_id, v_expires_at, v_used_at
    FROM email_verification_tokens AS t
    JOIN users AS u ON u.id = t.user_id
    WHERE t.token_hash = UNHEX(SHA2(p_token, 256)) AND u.is_deleted = 0
    FOR UPDATE OF t;
    IF v_token_id IS NULL THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'token: This link is not valid. Request a new one.';
    END IF;
    -- Opening a used link again returns the same answer and changes nothing.
    IF v_used_at IS NULL THEN
        IF v_expires_at <= v_now THEN
            SIGNAL SQLSTATE '45422'
                SET MESSAGE_TEXT = 'token: This link has expired. Request a new one.';
        END IF;
        UPDATE email_verification_tokens SET used_at = v_now
        WHERE id = v_token_id;
        CALL _address_confirmed(v_user_id, 'account_confirm');
    END IF;
    COMMIT;

    CALL _account_read(v_user_id);
END //

DELIMITER ;
