-- _series_count_activity: count the chart data on activity: applications, event attendance.
--
-- Parameters
--   p_series  JSON array that [chart, position, series_position, label, series, value] are added to
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _series_count_activity;

DELIMITER //

CREATE PROCEDURE _series_count_activity (INOUT p_series JSON)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Count the chart data on activity: applications, event attendance.'
BEGIN
    DECLARE v_part JSON;

    WITH states AS (
        SELECT
            t.position,
            t.status
        FROM
            JSON_TABLE(
                '["pending", "reviewed", "shortlisted", "interviewed", "offered", "hired",
                  "rejected", "withdrawn"]',
                '$[*]' COLUMNS (
                    position FOR ORDINALITY,
                    status VARCHAR(20) PATH '$'
                )
            ) AS t
    ),

    counted AS (
        SELECT
            status,
            COUNT(*) AS value
        FROM job_applications
        WHERE is_deleted = 0
        GROUP BY status
    )

    SELECT
        JSON_ARRAYAGG(
            JSON_ARRAY(
                'applications', s.position, 1,
                CONCAT(UPPER(LEFT(s.status, 1)), SUBSTRING(s.status, 2)), 'Applications',
                COALESCE(c.value, 0)
            )
        )
    INTO v_part
    FROM states AS s
    LEFT JOIN counted AS c ON c.status = s.status;
    SET p_series = JSON_MERGE_PRESERVE(p_series, v_part);

    WITH newest AS (
        SELECT
            id,
            title,
            starts_at
        FROM events FORCE INDEX (ix_events_is_listed_starts_at_id)
        WHERE is_listed = 1 AND status = 'completed' AND starts_at <= UTC_TIMESTAMP()
        ORDER BY starts_at DESC, id DESC
        LIMIT 12
    ),

    counted AS (
        SELECT
            n.title,
            ROW_NUMBER() OVER (ORDER BY n.starts_at, n.id) AS position,
            COALESCE(SUM(r.status = 'attended'), 0) AS attended_count,
            COALESCE(SUM(r.status = 'no_show'), 0) AS no_shows_count,
            COALESCE(SUM(r.status IN ('registered', 'attended', 'no_show')), 0)
                AS registrations_count
        FROM newest AS n
        LEFT JOIN event_registrations AS r ON r.event_id = n.id
        GROUP BY n.id, n.title, n.starts_at
    ),

    series (position, label) AS (
        SELECT 1, 'Attended'
        UNION ALL
        SELECT 2, 'No-shows'
        UNION ALL
        SELECT 3, 'Registered'
    )

    SELECT
        JSON_ARRAYAGG(
            JSON_ARRAY(
                'attendance', c.position, d.position, c.title, d.label,
                ELT(d.position, c.attended_count, c.no_shows_count, c.registrations_count)
            )
        )
    INTO v_part
    FROM counted AS c
    CROSS JOIN series AS d;
    SET p_series = JSON_MERGE_PRESERVE(p_series, COALESCE(v_part, JSON_ARRAY()));
END //

DELIMITER ;
