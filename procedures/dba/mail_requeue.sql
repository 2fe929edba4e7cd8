-- mail_requeue: retry mail that failed, and mail waiting for its next attempt, immediately.
--
-- For the day after a mail server outage. Mail without content, and mail to blocked addresses,
-- is skipped (_mail_obstacle_of).
--
-- Parameters
--   p_actor_id  users.id of an admin; NULL: the DBA
--   p_mail_id   mail_outbox.id of one mail; NULL: all of the last hours
--   p_hours     how many hours ago they failed at most, 1 to 720; NULL: 24
-- Result sets
--   requeue (one)  requeued_count, left_count
-- Errors
--   45401  the actor may not act
--   45403  the actor is not an admin
--   45404  no such mail that failed or waits for its next attempt
--   45409  this mail cannot be sent again
-- Example
--   CALL mail_requeue(NULL, NULL, 24);

DROP PROCEDURE IF EXISTS mail_requeue;

DELIMITER //

CREATE PROCEDURE mail_requeue (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_mail_id BIGINT UNSIGNED,
    IN p_hours SMALLINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Retry mail that failed. | requeue: one'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();
    DECLARE v_since DATETIME
    DEFAULT v_now - INTERVAL LEAST(GREATEST(COALESCE(p_hours, 24), 1), 720) HOUR;
    DECLARE v_mails JSON;
    DECLARE v_left_count INT UNSIGNED;
    DECLARE v_obstacle VARCHAR(128);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_dba(p_actor_id);

    -- Locks rows and no gaps, so that others can queue mail meanwhile.
    COMMIT;
    SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
    START TRANSACTION;
    SELECT
        JSON_ARRAYAGG(IF(f.obstacle IS NULL, f.id, NULL)),
        COUNT(f.obstacle),
        MAX(f.obstacle)
    INTO v_mails, v_left_count, v_obstacle
    FROM (
        SELECT
            id,
            IF(status = 'failed', _mail_obstacle_of(template, email), NULL) AS obstacle
        FROM mail_outbox
        WHERE
            (status = 'failed' OR (status = 'queued' AND last_error IS NOT NULL))
            AND IF(p_mail_id IS NULL, updated_at >= v_since, id = p_mail_id)
        FOR UPDATE
    ) AS f;

    IF p_mail_id IS NOT NULL AND v_mails IS NULL THEN
        SIGNAL SQLSTATE '45404'
            SET MESSAGE_TEXT = 'No such mail has failed or is waiting for a retry.';
    ELSEIF p_mail_id IS NOT NULL AND v_obstacle IS NOT NULL THEN
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = v_obstacle;
    END IF;

    SET v_mails = COALESCE(v_mails, JSON_ARRAY());
    UPDATE /*+ JOIN_ORDER(f, m) JOIN_INDEX(m PRIMARY) */
            mail_outbox AS m
        JOIN JSON_TABLE(v_mails, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')) AS f ON f.id = m.id
    SET
        m.status = 'queued',
        m.attempts_count = 0,
        m.next_attempt_at = v_now,
        m.last_error = NULL;
    IF JSON_LENGTH(v_mails) > v_left_count THEN
        CALL _audit(
            p_actor_id, 'mail_requeue', 'mail_outbox', COALESCE(p_mail_id, 0), NULL,
            JSON_OBJECT('requeued_count', JSON_LENGTH(v_mails) - v_left_count)
        );
    END IF;
    COMMIT;

    SELECT
        JSON_LENGTH(v_mails) - v_left_count AS requeued_count,
        v_left_count AS left_count;
END //

DELIMITER ;
