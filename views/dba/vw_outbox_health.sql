-- vw_outbox_health: list the number and age of mails in each state, and whether that is healthy.
--
-- is_healthy is 0 if due mail has waited for more than five minutes (no sender is running), if
-- a sender crashed while sending, or if mail has failed: `CALL mail_requeue` retries it.
-- Sent mail is not counted, because it grows with the years. For DBAs.

DROP VIEW IF EXISTS vw_outbox_health;

CREATE OR REPLACE SQL SECURITY INVOKER VIEW vw_outbox_health AS
SELECT
    s.state,
    COUNT(m.id) AS mails_count,
    MIN(m.created_at) AS oldest_created_at,
    MIN(m.next_attempt_at) AS next_attempt_at,
    MAX(m.attempts_count) AS most_attempts_count,
    MAX(m.last_error) AS an_error,
    CASE s.state
        WHEN 'due' THEN COALESCE(MIN(m.next_attempt_at) > UTC_TIMESTAMP() - INTERVAL 5 MINUTE, 1)
        WHEN 'lease lost' THEN COUNT(m.id) = 0
        WHEN 'failed' THEN COUNT(m.id) = 0
        ELSE 1
    END AS is_healthy
FROM (
    SELECT 'due' AS state, 'queued' AS status, 1 AS is_over
    UNION ALL
    SELECT 'later' AS state, 'queued' AS status, 0 AS is_over
    UNION ALL
    SELECT 'leased' AS state, 'leased' AS status, 0 AS is_over
    UNION ALL
    SELECT 'lease lost' AS state, 'leased' AS status, 1 AS is_over
    UNION ALL
    SELECT 'failed' AS state, 'failed' AS status, NULL AS is_over
) AS s
LEFT JOIN mail_outbox AS m
    ON
        m.status = s.status
        AND (
            s.is_over IS NULL
            OR (COALESCE(m.leased_until, m.next_attempt_at) <= UTC_TIMESTAMP()) = s.is_over
        )
GROUP BY s.state;
