-- _attendance_count: count the attendance of the events of the last two years.
--
-- Parameters
--   p_events  JSON array of [event_id, starts_at, registrations, attended, no_shows, waiting,
--             cancelled]: the newest thousand events that have started
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _attendance_count;

DELIMITER //

CREATE PROCEDURE _attendance_count (OUT p_events JSON)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Count the attendance of the events of the last two years.'
BEGIN
    WITH newest AS (
        SELECT
            id,
            starts_at
        FROM events FORCE INDEX (ix_events_is_listed_starts_at_id)
        WHERE
            is_listed = 1
            AND starts_at >= DATE_FORMAT(UTC_DATE(), '%Y-%m-01') - INTERVAL 23 MONTH
            AND starts_at <= UTC_TIMESTAMP()
        ORDER BY starts_at DESC, id DESC
        LIMIT 1000
    ),

    counted AS (
        SELECT
            n.id,
            n.starts_at,
            COALESCE(SUM(r.status IN ('registered', 'attended', 'no_show')), 0)
                AS registrations_count,
            COALESCE(SUM(r.status = 'attended'), 0) AS attended_count,
            COALESCE(SUM(r.status = 'no_show'), 0) AS no_shows_count,
            COALESCE(SUM(r.status IN ('waitlisted', 'offered', 'expired')), 0) AS waiting_count,
            COALESCE(SUM(r.status = 'cancelled'), 0) AS cancelled_count
        FROM newest AS n
        LEFT JOIN event_registrations AS r ON r.event_id = n.id
        GROUP BY n.id, n.starts_at
    )

    SELECT
        COALESCE(
            JSON_ARRAYAGG(
                JSON_ARRAY(
                    id, starts_at, registrations_count, attended_count, no_shows_count,
                    waiting_count, cancelled_count
                )
            ),
            JSON_ARRAY()
        )
    INTO p_events
    FROM counted;
END //

DELIMITER ;
