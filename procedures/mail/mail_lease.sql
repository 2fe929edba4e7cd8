-- mail_lease: lease mail that is due to one sender.
--
-- Senders skip rows that another sender is taking. A sender that crashes leaves its mail leased;
-- when the lease expires, the next sender takes it. Mail to a suppressed address
-- (mail_suppressions) fails instead.
--
-- Parameters
--   p_worker         name of the sender
--   p_limit          maximum number of mails, up to 100; NULL: 20
--   p_lease_seconds  duration of the lease, up to 3600; NULL: 120
-- Result sets
--   mails (many)  id, email, template, data, attempts_count (with this one), created_at
-- Errors
--   45422  invalid value
-- Example
--   CALL mail_lease('example', 5, 1);

DROP PROCEDURE IF EXISTS mail_lease;

DELIMITER //

CREATE PROCEDURE mail_lease (
    IN p_worker VARCHAR(80),
    IN p_limit SMALLINT UNSIGNED,
    IN p_lease_seconds SMALLINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Lease mail that is due to one sender. | mails: many'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();
    DECLARE v_limit SMALLINT UNSIGNED DEFAULT LEAST(COALESCE(p_limit, 20), 100);
    DECLARE v_until DATETIME
    DEFAULT v_now + INTERVAL LEAST(GREATEST(COALESCE(p_lease_seconds, 120), 1), 3600) SECOND;
    DECLARE v_lost JSON;
    DECLARE v_due JSON;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_text('worker', p_worker, 80, 1, 0);

    -- Locks rows and no gaps, so that others can queue mail meanwhile.
    COMMIT;
    SET TRANSACTION ISOLATION LEVEL READ COMMITTED;
    START TRANSACTION;
    -- Two lists, because each scans an index of its own.
    SELECT JSON_ARRAYAGG(lost.id) INTO v_lost
    FROM (
        SELECT id FROM mail_outbox
        WHERE status = 'leased' AND leased_until <= v_now
        ORDER BY leased_until
        LIMIT v_limit
        FOR UPDATE SKIP LOCKED
    ) AS lost;
    SET v_limit = v_limit - COALESCE(JSON_LENGTH(v_lost), 0);
    SELECT JSON_ARRAYAGG(due.id) INTO v_due
    FROM (
        SELECT id FROM mail_outbox
        WHERE status = 'queued' AND next_attempt_at <= v_now
        ORDER BY next_attempt_at
        LIMIT v_limit
        FOR UPDATE SKIP LOCKED
    ) AS due;

    -- Mail that crashes every sender fails as well.
    UPDATE /*+ JOIN_ORDER(d, m) JOIN_INDEX(m PRIMARY) */ mail_outbox AS m
    JOIN JSON_TABLE(v_lost, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')) AS d ON d.id = m.id
    SET
        m.status = 'failed',
        m.leased_by = NULL,
        m.leased_until = NULL,
        m.last_error = 'Every sender that leased it stopped without reporting a result.',
        m.data = JSON_REMOVE(m.data, '$.token')
    WHERE m.attempts_count >= setting_of('mail_attempts');

    SET v_due = JSON_MERGE_PRESERVE(
        COALESCE(v_lost, JSON_ARRAY()), COALESCE(v_due, JSON_ARRAY())
    );

    UPDATE /*+ JOIN_ORDER(d, m, s) JOIN_INDEX(m PRIMARY) JOIN_INDEX(s PRIMARY) */ mail_outbox AS m
    JOIN JSON_TABLE(v_due, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')) AS d ON d.id = m.id
    JOIN mail_suppressions AS s ON s.email = m.email
    SET
        m.status = 'failed',
        m.leased_by = NULL,
        m.leased_until = NULL,
        m.last_error = CONCAT('This address is suppressed: ', s.reason, '.'),
        m.data = JSON_REMOVE(m.data, '$.token')
    WHERE m.status <> 'failed';

    UPDATE /*+ JOIN_ORDER(d, m) JOIN_INDEX(m PRIMARY) */ mail_outbox AS m
    JOIN JSON_TABLE(v_due, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')) AS d ON d.id = m.id
    SET
        m.status = 'leased',
        m.leased_by = p_worker,
        m.leased_until = v_until,
        m.attempts_count = m.attempts_count + 1
    WHERE m.status <> 'failed';
    COMMIT;

    SELECT
        m.id,
        m.email,
        m.template,
        m.data,
        m.attempts_count,
        m.created_at
    FROM mail_outbox AS m
    JOIN JSON_TABLE(v_due, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')) AS d ON d.id = m.id
    WHERE m.status = 'leased' AND m.leased_by = p_worker
    ORDER BY m.id;
END //

DELIMITER ;
