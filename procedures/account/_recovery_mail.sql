-- _recovery_mail: mail a link that allows to set a new password.
--
-- The token is random here and leaves the database in the mail only; the table keeps its digest.
--
-- Parameters
--   p_actor_id  users.id of who asked for it
--   p_user_id   users.id of the account
--   p_template  reset_password, or reset_password_office where the office asked
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
COMMENT 'Mail a link that allows to set a new password.'
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
