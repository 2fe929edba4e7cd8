-- vw_scheduler_health: list whether each event of the schema runs on time and without errors.
--
-- is_healthy is 0 if the scheduler is off, the event is disabled, it has had errors since the
-- server started, or it has not run for twice its interval and a minute, although the server was
-- up. For DBAs.

DROP VIEW IF EXISTS vw_scheduler_health;

CREATE OR REPLACE SQL SECURITY INVOKER VIEW vw_scheduler_health AS
SELECT
    h.name,
    h.purpose,
    h.scheduler,
    h.status,
    h.every_seconds,
    h.last_executed_at,
    h.last_seconds_ago,
    h.runs_count,
    h.average_ms,
    h.longest_ms,
    h.errors_count,
    h.scheduler = 'ON'
    AND h.status = 'ENABLED'
    AND h.errors_count = 0
    -- An event is not late if the server was stopped when it was due.
    AND LEAST(COALESCE(h.last_seconds_ago, h.seconds_since_start), h.uptime_seconds)
    <= 2 * h.every_seconds + 60
        AS is_healthy
FROM (
    SELECT
        e.event_name AS name,
        e.event_comment AS purpose,
        v.variable_value AS scheduler,
        e.status,
        e.interval_value * CASE e.interval_field
            WHEN 'SECOND' THEN 1
            WHEN 'MINUTE' THEN 60
            WHEN 'HOUR' THEN 3600
            WHEN 'DAY' THEN 86400
        END AS every_seconds,
        e.last_executed AS last_executed_at,
        TIMESTAMPDIFF(SECOND, e.last_executed, UTC_TIMESTAMP()) AS last_seconds_ago,
        TIMESTAMPDIFF(SECOND, e.starts, UTC_TIMESTAMP()) AS seconds_since_start,
        u.variable_value + 0 AS uptime_seconds,
        COALESCE(p.count_star, 0) AS runs_count,
        ROUND(p.avg_timer_wait / 1e9, 3) AS average_ms,
        ROUND(p.max_timer_wait / 1e9, 3) AS longest_ms,
        COALESCE(p.sum_errors, 0) AS errors_count
    FROM information_schema.events AS e
    JOIN performance_schema.global_variables AS v ON v.variable_name = 'event_scheduler'
    JOIN performance_schema.global_status AS u ON u.variable_name = 'Uptime'
    LEFT JOIN performance_schema.events_statements_summary_by_program AS p
        ON
            p.object_type = 'EVENT'
            AND p.object_schema = e.event_schema
            AND p.object_name = e.event_name
    WHERE e.event_schema = DATABASE()
) AS h
ORDER BY is_healthy, h.name;
