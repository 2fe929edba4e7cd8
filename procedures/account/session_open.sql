-- session_open: sign in, after the password has been verified.
--
-- Parameters
--   p_attempt_id           from session_challenge, at most five minutes old and unused
--   p_is_verified          1: the password was correct
--   p_token_hash           SHA-256 of a new 256-bit token
--   p_is_remembered        1: keep the browser signed in
--   p_user_agent           the browser's User-Agent; truncated to 255 characters
--   p_password_rehash      a hash with current parameters; NULL: keep the stored one
--   p_replaced_token_hash  the browser's previous session; it ends
--   p_is_restoring         1: restore an account that its owner has deleted
-- Result sets
--   viewer (one)  as session_use returns it
--   cookie (one)  seconds (how long the browser keeps the token; NULL: until it is closed)
-- Errors
--   45403  the account is unconfirmed, pending, rejected or blocked
--   45409  the attempt is used, too old or unknown; the token is in use; the account is deleted and
--          p_is_restoring is not 1 (the message begins with restore:)
--   45422  wrong email address or password (the message does not say which); invalid token or hash
-- Example
--   CALL session_challenge('student@example.com', NULL);
--   SET @attempt = (SELECT MAX(id) FROM sign_in_attempts);
--   CALL session_open(@attempt, 1, UNHEX(SHA2('example', 256)), 0, 'mysql', NULL, NULL, 0);

DROP PROCEDURE IF EXISTS session_open;

DELIMITER //

CREATE PROCEDURE session_open (
    IN p_attempt_id BIGINT UNSIGNED,
    IN p_is_verified BOOLEAN,
    IN p_token_hash BINARY(32),
    IN p_is_remembered BOOLEAN,
    IN p_user_agent VARCHAR(1000),
    IN p_password_rehash VARCHAR(255),
    IN p_replaced_token_hash BINARY(32),
    IN p_is_restoring BOOLEAN
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Sign in, after the password has been verified. | viewer: one, cookie: one'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();
    DECLARE v_is_remembered BOOLEAN DEFAULT COALESCE(p_is_remembered, 0) <> 0;
    DECLARE v_ends_at DATETIME DEFAULT v_now + INTERVAL setting_of(
        IF(v_is_remembered, 'session_remembered_days', 'session_days')
    ) DAY;
    DECLARE v_session_id BIGINT UNSIGNED;
    DECLARE v_user_id BIGINT UNSIGNED;
    DECLARE v_email VARCHAR(254);
    DECLARE v_address VARCHAR(45);
    DECLARE v_compared_digest BINARY(32);
    DECLARE v_outcome VARCHAR(20);
    DECLARE v_is_right BOOLEAN;
    DECLARE v_refusal VARCHAR(128);
    DECLARE v_deleted_at DATETIME;

    -- The token is the only unique value written here.
    DECLARE EXIT HANDLER FOR 1062
    BEGIN
        ROLLBACK;
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'token_hash: This token is already in use. Create a new one.';
    END;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    IF p_token_hash IS NULL THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'token_hash: Enter the SHA-256 hash of a token.';
    END IF;
    IF p_password_rehash IS NOT NULL THEN
        CALL _require_password_hash(p_password_rehash);
    END IF;

    START TRANSACTION;
    SELECT
        user_id,
        email,
        client_address,
        compared_digest,
        outcome
    INTO v_user_id, v_email, v_address, v_compared_digest, v_outcome
    FROM sign_in_attempts
    WHERE id = p_attempt_id AND created_at > v_now - INTERVAL 5 MINUTE
    FOR UPDATE;
    IF v_outcome IS NULL OR v_outcome <> 'pending' THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'Your confirmation has expired. Enter your password again.';
    END IF;

    SET v_is_right = v_user_id IS NOT NULL AND COALESCE(p_is_verified, 0);
    IF v_is_right THEN
        -- Throttles first, then the account: session_challenge locks them in the same order.
        CALL _throttle_forgive('sign_in', 'account', v_email, 1);
        CALL _throttle_forgive('sign_in', 'address', v_address, 0);

        -- A password changed since the challenge counts as wrong.
        SELECT
            (is_deleted = 0 OR (erased_at IS NULL AND restorable_until_of(deleted_at) > v_now))
            AND UNHEX(SHA2(password_hash, 256)) = v_compared_digest,
            sign_in_refusal_of(id),
            deleted_at
        INTO v_is_right, v_refusal, v_deleted_at
        FROM users
        WHERE id = v_user_id
        FOR UPDATE;
    END IF;

    UPDATE sign_in_attempts SET outcome = IF(v_is_right, 'succeeded', 'failed')
    WHERE id = p_attempt_id;
    -- A refusal is committed as well: an attempt can be used once.
    IF NOT v_is_right THEN
        COMMIT;
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'The email address or the password is wrong. Try again.';
    END IF;
    IF v_refusal IS NOT NULL THEN
        COMMIT;
        SIGNAL SQLSTATE '45403' SET MESSAGE_TEXT = v_refusal;
    END IF;
    IF v_deleted_at IS NOT NULL THEN
        IF NOT COALESCE(p_is_restoring, 0) THEN
            COMMIT;
            SET v_refusal = CONCAT(
                'restore: You deleted this account. You can restore it until ',
                DATE(restorable_until_of(v_deleted_at)), '.'
            );
            SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = v_refusal;
        END IF;
        CALL _account_restored(v_user_id, v_user_id, 'session_open');
    END IF;

    UPDATE users
    SET
        last_signed_in_at = v_now,
        password_hash = COALESCE(p_password_rehash, password_hash),
        updated_at = updated_at
    WHERE id = v_user_id;
    UPDATE user_sessions SET revoked_at = v_now
    WHERE token_hash = p_replaced_token_hash AND revoked_at IS NULL;
    INSERT INTO user_sessions (
        user_id, token_hash, is_remembered, client_address, user_agent,
        last_seen_at, idle_expires_at, expires_at
    ) VALUES (
        v_user_id, p_token_hash, v_is_remembered, v_address, LEFT(p_user_agent, 255), v_now,
        LEAST(v_ends_at, v_now + INTERVAL session_idle_minutes_of(v_is_remembered) MINUTE),
        v_ends_at
    );
    SET v_session_id = LAST_INSERT_ID();
    COMMIT;

    CALL _viewer_read(v_session_id);
    SELECT IF(v_is_remembered, TIMESTAMPDIFF(SECOND, v_now, v_ends_at), NULL) AS seconds;
END //

DELIMITER ;
