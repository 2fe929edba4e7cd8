-- session_challenge: start signing in: read the hash that the password is compared with.
--
-- The client verifies the hash, because Argon2 takes time that a database should not spend. Every
-- attempt is counted before it is verified, so that concurrent attempts cannot exceed the limit.
--
-- Parameters
--   p_email           as entered
--   p_client_address  network address of the client; NULL: a database client
-- Result sets
--   challenge (one)  attempt_id, user_id, password_hash; the last two are NULL for an unknown
--                    address, which the client must not reveal
-- Errors
--   45422  no email address
--   45429  too many wrong passwords; the message says how many seconds to wait
-- Example
--   CALL session_challenge('student@example.com', '127.0.0.1');

DROP PROCEDURE IF EXISTS session_challenge;

DELIMITER //

CREATE PROCEDURE session_challenge (
    IN p_email VARCHAR(254),
    IN p_client_address VARCHAR(45)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Start signing in. | challenge: one'
BEGIN
    DECLARE v_window INT UNSIGNED DEFAULT setting_of('sign_in_window_minutes') * 60;
    DECLARE v_user_id BIGINT UNSIGNED;
    DECLARE v_attempt_id BIGINT UNSIGNED;
    DECLARE v_password_hash VARCHAR(255);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_text('email', p_email, 254, 1, 0);

    START TRANSACTION;
    CALL _throttle(
        'sign_in', 'account', p_email, setting_of('sign_in_failures_per_account'), v_window
    );
    CALL _throttle(
        'sign_in', 'address', p_client_address, setting_of('sign_in_failures_per_address'), v_window
    );
    SELECT
        id,
        password_hash
    INTO v_user_id, v_password_hash
    FROM users
    -- Deleted accounts can be restored with the password (session_open).
    WHERE email = p_email AND erased_at IS NULL;
    INSERT INTO sign_in_attempts (user_id, email, client_address, compared_digest, created_at)
    VALUES (
        v_user_id, p_email, p_client_address, UNHEX(SHA2(v_password_hash, 256)), UTC_TIMESTAMP()
    );
    SET v_attempt_id = LAST_INSERT_ID();
    COMMIT;

    SELECT
        v_attempt_id AS attempt_id,
        v_user_id AS user_id,
        v_password_hash AS password_hash;
END //

DELIMITER ;
