-- _confirmation_mail: mail a new link for confirming an email address.
--
-- The random token leaves the database only in the mail; the table keeps its hash.
--
-- Parameters
--   p_user_id  users.id of the unconfirmed account
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _confirmation_mail;

DELIMITER //

CREATE PROCEDURE _confirmation_mail (IN p_user_id BIGINT UNSIGNED)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Mail a new link for confirming an email address.'
BEGIN
    DECLARE v_token CHAR(64) DEFAULT LOWER(HEX(RANDOM_BYTES(32)));

    INSERT INTO email_verification_tokens (user_id, token_hash, expires_at)
    VALUES (
        p_user_id, UNHEX(SHA2(v_token, 256)),
        UTC_TIMESTAMP() + INTERVAL setting_of('confirmation_hours') HOUR
    );
    CALL _queue_mail(
        p_user_id, p_user_id, 'confirm_address', JSON_OBJECT('token', v_token),
        CONCAT('confirm_address:', LAST_INSERT_ID())
    );
END //

DELIMITER ;
