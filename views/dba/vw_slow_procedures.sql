-- vw_slow_procedures: list the cost of each routine, trigger and event since the server started.
--
-- The costliest first. Times include everything a routine calls; re-creating a routine
-- resets it. For DBAs: reads the performance schema with the caller's privileges.

DROP VIEW IF EXISTS vw_slow_procedures;

CREATE OR REPLACE SQL SECURITY INVOKER VIEW vw_slow_procedures AS
SELECT
    p.object_name AS name,
    p.object_type AS kind,
    p.count_star AS calls_count,
    ROUND(p.sum_timer_wait / 1e12, 3) AS total_seconds,
    ROUND(p.avg_timer_wait / 1e9, 3) AS average_ms,
    ROUND(p.max_timer_wait / 1e9, 3) AS longest_ms,
    ROUND(p.sum_lock_time / p.count_star / 1e9, 3) AS lock_ms_per_call,
    ROUND(p.count_statements / p.count_star, 1) AS statements_per_call,
    ROUND(p.sum_rows_examined / p.count_star, 1) AS rows_examined_per_call,
    ROUND(p.sum_rows_sent / p.count_star, 1) AS rows_sent_per_call,
    p.sum_created_tmp_disk_tables AS disk_tables_count,
    p.sum_errors AS errors_count
FROM performance_schema.events_statements_summary_by_program AS p
WHERE p.object_schema = DATABASE() AND p.count_star > 0
ORDER BY p.sum_timer_wait DESC;
