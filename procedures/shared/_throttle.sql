-- _throttle: count an attempt, or refuse it because there were too many.
--
-- One row per subject is locked, so that concurrent attempts are counted one after the other. A
-- refused attempt is not counted: waiting is enough.
--
-- Parameters
--   p_kind            sign_in, register, recover, confirm
--   p_scope           account or address
--   p_subject         the email address or the client's network address; NULL: not throttled
--   p_most            maximum number of attempts in the window
--   p_window_seconds  length of the window, from the first attempt
-- Result sets
--   none
-- Errors
--   45429  too many attempts; the message says how long to wait

DROP PROCEDURE IF EXISTS _throttle;

DELIMITER //

CREATE PROCEDURE _throttle (
    IN p_kind VARCHAR(20),
    IN p_scope VARCHAR(20),
    IN p_subject VARCHAR(254),
    IN p_most INT UNSIGNED,
    IN p_window_seconds INT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Count an attempt, or refuse it because there were too many.'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();
    DECLARE v_count INT UNSIGNED;
    DECLARE v_ends_at DATETIME;
    DECLARE v_message VARCHAR(128);

    IF p_subject IS NOT NULL THEN
        -- Inserted first, so that concurrent first attempts have a row to lock.
        INSERT INTO throttles (kind, scope, subject, attempts_count, window_ends_at)
        VALUES (p_kind, p_scope, p_subject, 0, v_now + INTERVAL p_window_seconds SECOND)
        ON DUPLICATE KEY UPDATE
            attempts_count = IF(window_ends_at <= v_now, 0, attempts_count),
            window_ends_at = IF(
                window_ends_at <= v_now, v_now + INTERVAL p_window_seconds SECOND, window_ends_at
            );

        SELECT
            attempts_count,
            window_ends_at
        INTO v_count, v_ends_at
        FROM throttles
        WHERE kind = p_kind AND scope = p_scope AND subject = p_subject
        FOR UPDATE;

        IF v_count >= p_most THEN
            SET v_message = CONCAT(
                'Too many attempts. Try again in ',
                waiting_time_of(GREATEST(TIMESTAMPDIFF(SECOND, v_now, v_ends_at), 1)), '.'
            );
            SIGNAL SQLSTATE '45429' SET MESSAGE_TEXT = v_message;
        END IF;

        UPDATE throttles SET attempts_count = attempts_count + 1
        WHERE kind = p_kind AND scope = p_scope AND subject = p_subject;
    END IF;
END //

DELIMITER ;
