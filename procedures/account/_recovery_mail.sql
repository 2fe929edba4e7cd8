-- _recovery_mail: mail a link for setting a new password.
--
-- The random token leaves the database only in the mail; the table keeps its hash.
--
-- Parameters
--   p_actor_id  users.id of the requester
--   p_user_id   users.id of the account
--   p_template  reset_password, or reset_password_office if the office sends it
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _recovery_mail;

DELIMITER //

CREATE PROCEDURE _recovery_mail (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED,
    IN p_template VARCHAR(60)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Mail a link for setting a new password.'
BEGIN
    DECLARE v_token CHAR(64) DEFAULT LOWER(HEX(RANDOM_BYTES(32)));

    INSERT INTO password_reset_tokens (user_id, token_hash, expires_at)
    VALUES (
        p_user_id, UNHEX(SHA2(v_token, 256)),
        UTC_TIMESTAMP() + INTERVAL setting_of('recovery_minutes') MINUTE
    );
    CALL _queue_mail(
        p_actor_id, p_user_id, p_template, JSON_OBJECT('token', v_token),
        CONCAT('reset_password:', LAST_INSERT_ID())
    );
END //

DELIMITER ;
