-- email_change: request a new email address; it takes effect when the link mailed to it is used.
--
-- The old address is notified immediately, so that no account is taken over unnoticed.
--
-- Parameters
--   p_actor_id     users.id
--   p_attempt_id   from session_challenge with the actor's own email address
--   p_is_verified  1: the current password was correct
--   p_email        the new email address
-- Result sets
--   change (one)  new_email, expires_at
-- Errors
--   45401  not signed in
--   45409  another account has the address; the attempt is used, too old or another person's
--   45422  the current password is wrong; the address is invalid or unchanged
--   45429  too many links requested
-- Example
--   CALL session_challenge('student@example.com', NULL);
--   SET @attempt = (SELECT MAX(id) FROM sign_in_attempts);
--   CALL email_change(3, @attempt, 1, 'sam@example.net');

DROP PROCEDURE IF EXISTS email_change;

DELIMITER //

CREATE PROCEDURE email_change (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_attempt_id BIGINT UNSIGNED,
    IN p_is_verified BOOLEAN,
    IN p_email VARCHAR(254)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Request a new email address. | change: one'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();
    DECLARE v_expires_at DATETIME
    DEFAULT v_now + INTERVAL setting_of('confirmation_hours') HOUR;
    DECLARE v_token CHAR(64) DEFAULT LOWER(HEX(RANDOM_BYTES(32)));
    DECLARE v_role VARCHAR(20);
    DECLARE v_is_right BOOLEAN;
    DECLARE v_owner_id BIGINT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_actor(p_actor_id, v_role);
    CALL _require_text('email', p_email, 254, 1, 0);
    IF NOT is_email(p_email) THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'email: Enter a full email address, such as name@example.com.';
    END IF;

    START TRANSACTION;
    CALL _attempt_use(p_actor_id, p_attempt_id, p_is_verified, v_is_right);
    IF NOT v_is_right THEN
        COMMIT;
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'current_password: The password is wrong. Try again.';
    END IF;
    -- A friendly early check; the unique key decides when the link is used.
    SELECT id INTO v_owner_id
    FROM users
    WHERE email = p_email;
    IF v_owner_id = p_actor_id THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'email: This is already your email address. Enter a new one.';
    ELSEIF v_owner_id IS NOT NULL THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'email: Another account has this email address.';
    END IF;
    CALL _throttle_mail('confirm', p_email);

    UPDATE account_tokens SET used_at = v_now
    WHERE user_id = p_actor_id AND purpose = 'change_email' AND used_at IS NULL;
    INSERT INTO account_tokens (user_id, purpose, token_hash, new_email, expires_at)
    VALUES (
        p_actor_id, 'change_email', UNHEX(SHA2(v_token, 256)), p_email, v_expires_at
    );
    INSERT INTO mail_outbox (
        recipient_id, email, template, data, fact_key, next_attempt_at, created_by
    ) VALUES (
        p_actor_id, p_email, 'email_change',
        JSON_OBJECT('token', v_token, 'name', name_of(p_actor_id)),
        CONCAT('email_change:', LAST_INSERT_ID()), v_now, p_actor_id
    );
    CALL _queue_mail(
        p_actor_id, p_actor_id, 'email_change_asked', JSON_OBJECT('new_email', p_email),
        CONCAT('email_change_asked:', LAST_INSERT_ID())
    );
    COMMIT;

    SELECT
        p_email AS new_email,
        v_expires_at AS expires_at;
END //

DELIMITER ;
