-- _expired_purge: remove expired sessions, links, attempts, keys and files.
--
-- Each is kept for a while after it expires, so that questions about last week can be answered.
-- In batches of 10,000 rows, so that locks are short; the next call removes the rest.
--
-- Parameters
--   none
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _expired_purge;

DELIMITER //

CREATE PROCEDURE _expired_purge ()
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Remove expired sessions, links, attempts, keys and files.'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();
    DECLARE v_before DATETIME DEFAULT v_now - INTERVAL setting_of('purge_after_days') DAY;

    DELETE FROM user_sessions
    WHERE expires_at < v_before
    ORDER BY expires_at
    LIMIT 10000;

    DELETE FROM email_verification_tokens
    WHERE expires_at < v_before
    ORDER BY expires_at
    LIMIT 10000;

    DELETE FROM password_reset_tokens
    WHERE expires_at < v_before
    ORDER BY expires_at
    LIMIT 10000;

    DELETE FROM account_tokens
    WHERE expires_at < v_before
    ORDER BY expires_at
    LIMIT 10000;
    DELETE FROM sign_in_attempts
    WHERE created_at < v_before
    ORDER BY created_at
    LIMIT 10000;

    DELETE FROM idempotency_keys
    WHERE created_at < v_before
    ORDER BY created_at
    LIMIT 10000;

    -- A window that has ended no longer counts.
    DELETE FROM throttles
    WHERE window_ends_at < v_now
    ORDER BY window_ends_at
    LIMIT 10000;

    -- A page that was offline for longer is reloaded.
    DELETE FROM live_events
    WHERE created_at < v_now - INTERVAL 1 DAY
    ORDER BY created_at
    LIMIT 10000;
    CALL _media_purge(v_before);
END //

DELIMITER ;
