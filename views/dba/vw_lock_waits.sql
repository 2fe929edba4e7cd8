-- vw_lock_waits: list lock waits with their duration and the blocking connection.
-- Of rows and of metadata.
--
-- A row of a table is locked by a transaction until it ends; a table's metadata by every
-- transaction that has used the table, which is what an ALTER TABLE waits for, and behind it
-- everyone else. `KILL` with blocking_connection_id ends the blocking connection. For DBAs.

DROP VIEW IF EXISTS vw_lock_waits;

CREATE OR REPLACE SQL SECURITY INVOKER VIEW vw_lock_waits AS
SELECT
    w.kind,
    w.table_name,
    w.index_name,
    w.waiting_lock,
    w.blocking_lock,
    r.processlist_id AS waiting_connection_id,
    r.processlist_user AS waiting_user,
    r.processlist_time AS waiting_seconds,
    r.processlist_info AS waiting_statement,
    b.processlist_id AS blocking_connection_id,
    b.processlist_user AS blocking_user,
    b.processlist_command AS blocking_command,
    ROUND(t.timer_wait / 1e12, 1) AS blocking_transaction_seconds,
    COALESCE(b.processlist_info, s.sql_text) AS blocking_last_statement
FROM (
    SELECT
        'row' AS kind,
        q.object_name AS table_name,
        q.index_name,
        q.lock_mode AS waiting_lock,
        h.lock_mode AS blocking_lock,
        d.requesting_thread_id AS waiting_thread_id,
        d.blocking_thread_id
    FROM performance_schema.data_lock_waits AS d
    JOIN performance_schema.data_locks AS q
        ON q.engine_lock_id = d.requesting_engine_lock_id AND q.engine = d.engine
    JOIN performance_schema.data_locks AS h
        ON h.engine_lock_id = d.blocking_engine_lock_id AND h.engine = d.engine
    WHERE q.object_schema = DATABASE()
    UNION ALL
    SELECT
        'definition' AS kind,
        p.object_name AS table_name,
        NULL AS index_name,
        p.lock_type AS waiting_lock,
        g.lock_type AS blocking_lock,
        p.owner_thread_id AS waiting_thread_id,
        g.owner_thread_id AS blocking_thread_id
    FROM performance_schema.metadata_locks AS p
    JOIN performance_schema.metadata_locks AS g
        ON
            g.object_type = p.object_type
            AND g.object_schema = p.object_schema
            AND g.object_name = p.object_name
            AND g.lock_status = 'GRANTED'
            AND g.owner_thread_id <> p.owner_thread_id
    WHERE p.lock_status = 'PENDING' AND p.object_schema = DATABASE()
) AS w
JOIN performance_schema.threads AS r ON r.thread_id = w.waiting_thread_id
LEFT JOIN performance_schema.threads AS b ON b.thread_id = w.blocking_thread_id
LEFT JOIN performance_schema.events_transactions_current AS t
    ON t.thread_id = w.blocking_thread_id AND t.state = 'ACTIVE'
LEFT JOIN performance_schema.events_statements_current AS s
    ON s.thread_id = w.blocking_thread_id AND s.nesting_event_level = 0
ORDER BY r.processlist_time DESC;
