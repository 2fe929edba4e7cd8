-- mail_finish: report the result of sending a leased mail.
--
-- Failed mail is retried after one minute, two, four, and so on, and marked as failed after
-- mail_attempts attempts. If the server says that the mailbox does not exist (RFC 5321 550, 551,
-- 553;
-- with the RFC 3463 codes 5.1.x or 5.2.1, and unless it rejects the sender or the content), the
-- mail fails immediately and no other mail goes to that address. Sent and failed mail keeps no
-- secrets, and no data about suggested people.
--
-- Parameters
--   p_mail_id  mail_outbox.id
--   p_worker   name of the sender that leased it
--   p_error    the error; NULL: it was sent
--   p_refusal  the server's response for the address, beginning with its code; NULL: none
-- Result sets
--   none
-- Errors
--   45404  no such mail
--   45409  the mail is not leased to this sender
-- Example
--   CALL mail_finish(0, 'nobody', NULL, NULL);
--   -- refused: 45404

DROP PROCEDURE IF EXISTS mail_finish;

DELIMITER //

CREATE PROCEDURE mail_finish (
    IN p_mail_id BIGINT UNSIGNED,
    IN p_worker VARCHAR(80),
    IN p_error VARCHAR(500),
    IN p_refusal VARCHAR(500)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Report the result of sending a leased mail.'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();
    DECLARE v_status VARCHAR(20);
    DECLARE v_leased_by VARCHAR(80);
    DECLARE v_attempts_count TINYINT UNSIGNED;
    DECLARE v_email VARCHAR(254);
    DECLARE v_is_nobody BOOLEAN DEFAULT COALESCE(
        REGEXP_LIKE(p_refusal, '^55[013][ -]((?![245][.][0-9])|5[.](1[.][0-9]|2[.]1))'), 0
    );

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    SELECT
        status,
        leased_by,
        attempts_count,
        email
    INTO v_status, v_leased_by, v_attempts_count, v_email
    FROM mail_outbox
    WHERE id = p_mail_id
    FOR UPDATE;
    IF v_status IS NULL THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Mail not found.';
    END IF;
    IF v_status <> 'leased' OR NOT v_leased_by <=> p_worker THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'This mail is no longer leased to you. Lease it again.';
    END IF;

    SET v_status = CASE
        WHEN p_error IS NULL THEN 'sent'
        WHEN v_is_nobody OR v_attempts_count >= setting_of('mail_attempts') THEN 'failed'
        ELSE 'queued'
    END;
    UPDATE mail_outbox
    SET
        status = v_status,
        leased_by = NULL,
        leased_until = NULL,
        sent_at = IF(v_status = 'sent', v_now, NULL),
        last_error = p_error,
        next_attempt_at = IF(
            v_status = 'queued',
            v_now + INTERVAL LEAST(POW(2, v_attempts_count - 1), 1440) MINUTE,
            next_attempt_at
        ),
        data = IF(v_status = 'queued', data, JSON_REMOVE(data, '$.token', '$.suggestions'))
    WHERE id = p_mail_id;
    IF v_status = 'failed' AND v_is_nobody THEN
        INSERT INTO mail_suppressions (email, reason, detail)
        VALUES (v_email, 'bounce', p_refusal)
        ON DUPLICATE KEY UPDATE email = v_email;
    END IF;
    COMMIT;
END //

DELIMITER ;
