-- _tokens_void: make every link that was mailed to a person invalid.
--
-- Called when credentials, the role, the state or the address of an account change: a link from
-- before must not work afterwards. It is one rule for links of every purpose: to set a password, to
-- change an address, to restore an account, to confirm an address. Callers lock the account first.
--
-- Parameters
--   p_user_id               users.id
--   p_is_confirmation_kept  1: a link that only proves the registered address still works, because
--                           the change leaves the account waiting for that proof
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _tokens_void;

DELIMITER //

CREATE PROCEDURE _tokens_void (
    IN p_user_id BIGINT UNSIGNED,
    IN p_is_confirmation_kept BOOLEAN
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Make every link that was mailed to a person invalid.'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();

    IF NOT p_is_confirmation_kept THEN
        UPDATE email_verification_tokens SET used_at = v_now
        WHERE user_id = p_user_id AND used_at IS NULL;
    END IF;
    UPDATE password_reset_tokens SET used_at = v_now
    WHERE user_id = p_user_id AND used_at IS NULL;
    UPDATE account_tokens SET used_at = v_now
    WHERE user_id = p_user_id AND used_at IS NULL;
END //

DELIMITER ;
