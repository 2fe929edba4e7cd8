-- account_confirm: confirm an address by the link in the mail.
--
-- Parameters
--   p_actor_id  not used: whoever has the token has the mail
--   p_token     from the link
-- Result sets
--   account (one)  id, email, role, status: active, or pending where an admin has to agree
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
COMMENT 'Confirm an address by the link in the mail. | account: one'
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
            SET MESSAGE_TEXT = 'token: This link is not valid. Ask for a new one.';
    END IF;
    -- A link that is opened twice has done its work: the same answer, nothing is changed.
    IF v_used_at IS NULL THEN
        IF v_expires_at <= v_now THEN
            SIGNAL SQLSTATE '45422'
                SET MESSAGE_TEXT = 'token: This link has expired. Ask for a new one.';
        END IF;
        UPDATE email_verification_tokens SET used_at = v_now
        WHERE id = v_token_id;
        CALL _address_confirmed(v_user_id, 'account_confirm');
    END IF;
    COMMIT;

    CALL _account_read(v_user_id);
END //

DELIMITER ;
