-- _attempt_use: check whether a signed-in person has entered their password correctly.
--
-- The second step after session_challenge, for changes that nobody should make in a borrowed
-- browser.
-- An attempt can be used once. The caller also commits a failed attempt before it refuses, so that
-- the attempt stays counted.
--
-- Parameters
--   p_actor_id     users.id
--   p_attempt_id   from session_challenge, at most five minutes old and unused
--   p_is_verified  1: the password was correct
--   p_is_right     1: the password was correct and has not changed since; the account is then
--                  locked
-- Result sets
--   none
-- Errors
--   45409  the attempt is used, too old, unknown or another person's

DROP PROCEDURE IF EXISTS _attempt_use;

DELIMITER //

CREATE PROCEDURE _attempt_use (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_attempt_id BIGINT UNSIGNED,
    IN p_is_verified BOOLEAN,
    OUT p_is_right BOOLEAN
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Check whether a signed-in person has entered their password correctly.'
BEGIN
    DECLARE v_email VARCHAR(254);
    DECLARE v_address VARCHAR(45);
    DECLARE v_compared_digest BINARY(32);
    DECLARE v_outcome VARCHAR(20);

    SELECT
        email,
        client_address,
        compared_digest,
        outcome
    INTO v_email, v_address, v_compared_digest, v_outcome
    FROM sign_in_attempts
    WHERE
        id = p_attempt_id
        AND user_id = p_actor_id
        AND created_at > UTC_TIMESTAMP() - INTERVAL 5 MINUTE
    FOR UPDATE;
    IF v_outcome IS NULL OR v_outcome <> 'pending' THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'Your confirmation has expired. Enter your password again.';
    END IF;

    SET p_is_right = COALESCE(p_is_verified, 0);
    IF p_is_right THEN
        -- Throttles first, then the account: session_open locks them in the same order.
        CALL _throttle_forgive('sign_in', 'account', v_email, 1);
        CALL _throttle_forgive('sign_in', 'address', v_address, 0);
        SELECT is_deleted = 0 AND UNHEX(SHA2(password_hash, 256)) = v_compared_digest
        INTO p_is_right
        FROM users
        WHERE id = p_actor_id
        FOR UPDATE;
    END IF;
    UPDATE sign_in_attempts SET outcome = IF(p_is_right, 'succeeded', 'failed')
    WHERE id = p_attempt_id;
END //

DELIMITER ;
