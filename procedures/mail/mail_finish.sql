-- mail_finish: say how a leased mail went.
--
-- A mail that could not be sent is tried again after one minute, two, four ... and given up after
-- mail_attempts tries. What was sent or given up keeps no secrets.
--
-- Parameters
--   p_mail_id  mail_outbox.id
--   p_worker   name of the sender that leased it
--   p_error    what went wrong; NULL: it is sent
-- Result sets
--   none
-- Errors
--   45404  no such mail
--   45409  the mail is not leased to this sender (any more)
-- Example
--   CALL mail_finish(0, 'nobody', NULL);
--   -- refused: 45404

DROP PROCEDURE IF EXISTS mail_finish;

DELIMITER //

CREATE PROCEDURE mail_finish (
    IN p_mail_id BIGINT UNSIGNED,
    IN p_worker VARCHAR(80),
    IN p_error VARCHAR(500)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Say how a leased mail went.'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();
    DECLARE v_status VARCHAR(20);
    DECLARE v_leased_by VARCHAR(80);
    DECLARE v_attempts_count TINYINT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    SELECT
        status,
        leased_by,
        attempts_count
    INTO v_status, v_leased_by, v_attempts_count
    FROM mail_outbox
    WHERE id = p_mail_id
    FOR UPDATE;
    IF v_status IS NULL THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'There is no such mail.';
    END IF;
    IF v_status <> 'leased' OR NOT v_leased_by <=> p_worker THEN
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = 'This mail is not leased to you (any more).';
    END IF;

    SET v_status = CASE
        WHEN p_error IS NULL THEN 'sent'
        WHEN v_attempts_count >= setting_of('mail_attempts') THEN 'failed'
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
        data = IF(v_status = 'queued', data, JSON_REMOVE(data, '$.token'))
    WHERE id = p_mail_id;
    COMMIT;
END //

DELIMITER ;
