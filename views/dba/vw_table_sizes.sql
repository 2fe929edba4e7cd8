-- vw_table_sizes: list the size of each table and its indexes, the biggest first.
--
-- Sizes include whole pages; rows are InnoDB's estimate. MySQL caches both for a day: after
-- `SET SESSION information_schema_stats_expiry = 0` they are current. For DBAs.

DROP VIEW IF EXISTS vw_table_sizes;

CREATE OR REPLACE SQL SECURITY INVOKER VIEW vw_table_sizes AS
SELECT
    t.table_name AS name,
    t.table_rows AS rows_estimate,
    ROUND(t.data_length / 1048576, 2) AS data_mb,
    ROUND(t.index_length / 1048576, 2) AS indexes_mb,
    ROUND(t.data_free / 1048576, 2) AS free_mb,
    ROUND(
        100 * (t.data_length + t.index_length)
        / NULLIF(SUM(t.data_length + t.index_length) OVER (), 0), 1
    ) AS share_percent,
    t.auto_increment AS next_id,
    t.table_comment AS purpose
FROM information_schema.tables AS t
WHERE t.table_schema = DATABASE() AND t.table_type = 'BASE TABLE'
ORDER BY t.data_length + t.index_length DESC;
