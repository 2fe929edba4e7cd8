-- password_recover: mail a link that allows to set a new password.
--
-- The answer is the same whether or not there is such an account.
--
-- Parameters
--   p_actor_id  not used
--   p_email     address of the account
-- Result sets
--   none
-- Errors
--   45422  the address is missing
--   45429  too many links were asked for
-- Example
--   CALL password_recover(NULL, 'student@example.com');

DROP PROCEDURE IF EXISTS password_recover;

DELIMITER //

CREATE PROCEDURE password_recover (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_email VARCHAR(254)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Mail a link that allows to set a new password.'
BEGIN
    DECLARE v_user_id BIGINT UNSIGNED;
    DECLARE v_token CHAR(64) DEFAULT LOWER(HEX(RANDOM_BYTES(32)));

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_text('email', p_email, 254, 1, 0);

    START TRANSACTION;
    CALL _throttle_mail('recover', p_email);
    SELECT id INTO v_user_id FROM users
    WHERE email = p_email AND is_deleted = 0;
    IF v_user_id IS NOT NULL THEN
        INSERT INTO password_reset_tokens (user_id, token_hash, expires_at)
        VALUES (
            v_user_id, UNHEX(SHA2(v_token, 256)),
            UTC_TIMESTAMP() + INTERVAL setting_of('recovery_minutes') MINUTE
        );
        CALL _queue_mail(
            v_user_id, v_user_id, 'reset_password', JSON_OBJECT('token', v_token),
            CONCAT('reset_password:', LAST_INSERT_ID())
        );
    END IF;
    COMMIT;
END //

DELIMITER ;
