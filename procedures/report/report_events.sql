-- report_events: report attendance of the events of the past months, by month and by event.
--
-- Reads the last refresh: at most 300 past events and their titles. Numbers of
-- people, no names. Guests are not counted.
--
-- Parameters
--   p_actor_id  users.id of an admin
--   p_months    number of months, including this one, 1 to 24; NULL: 12
-- Result sets
--   report (one)   months_count, from_on (first day), events_count, registrations_count,
--                  attended_count, no_shows_count, is_complete (0: there are more than 300 events;
--                  the numbers of the months include all of them), refreshed_at, institution
--   months (many)  month_on (its first day), events_count, registrations_count, attended_count,
--                  no_shows_count: every month, including empty ones
--   events (many)  id, title, starts_at, registrations_count, attended_count, no_shows_count,
--                  waiting_count, cancelled_count; newest first
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45422  invalid value
-- Example
--   CALL report_events(1, NULL);
--   CALL report_events(1, 24);

DROP PROCEDURE IF EXISTS report_events;

DELIMITER //

CREATE PROCEDURE report_events (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_months SMALLINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Report attendance of past events. | report: one, months: many, events: many'
BEGIN
    DECLARE v_months INT DEFAULT COALESCE(p_months, 12);
    DECLARE v_from DATE;
    DECLARE v_generation INT UNSIGNED;
    DECLARE v_refreshed_at DATETIME;

    CALL _require_admin(p_actor_id);
    IF v_months NOT BETWEEN 1 AND 24 THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'months: Choose 1 to 24 months.';
    END IF;
    SET v_from = DATE_FORMAT(UTC_DATE(), '%Y-%m-01') - INTERVAL v_months - 1 MONTH;
    SELECT
        generation,
        refreshed_at
    INTO v_generation, v_refreshed_at
    FROM statistics_snapshots;

    SELECT
        v_months AS months_count,
        v_from AS from_on,
        COUNT(s.event_id) AS events_count,
        COALESCE(SUM(s.registrations_count), 0) AS registrations_count,
        COALESCE(SUM(s.attended_count), 0) AS attended_count,
        COALESCE(SUM(s.no_shows_count), 0) AS no_shows_count,
        COUNT(s.event_id) <= 300 AS is_complete,
        v_refreshed_at AS refreshed_at,
        i.name AS institution
    FROM institution_info AS i
    LEFT JOIN statistics_events AS s
        ON s.generation = v_generation AND s.starts_at >= v_from
    GROUP BY i.name;

    WITH RECURSIVE months (month_on) AS (
        SELECT v_from
        UNION ALL
        SELECT month_on + INTERVAL 1 MONTH
        FROM months
        WHERE month_on + INTERVAL 1 MONTH <= UTC_DATE()
    )

    SELECT
        m.month_on,
        COUNT(s.event_id) AS events_count,
        COALESCE(SUM(s.registrations_count), 0) AS registrations_count,
        COALESCE(SUM(s.attended_count), 0) AS attended_count,
        COALESCE(SUM(s.no_shows_count), 0) AS no_shows_count
    FROM months AS m
    LEFT JOIN statistics_events AS s
        ON
            s.generation = v_generation
            AND s.starts_at >= m.month_on
            AND s.starts_at < m.month_on + INTERVAL 1 MONTH
    GROUP BY m.month_on
    ORDER BY m.month_on DESC;

    SELECT
        e.id,
        e.title,
        s.starts_at,
        s.registrations_count,
        s.attended_count,
        s.no_shows_count,
        s.waiting_count,
        s.cancelled_count
    FROM (
        -- The newest first, then their titles.
        SELECT
            event_id,
            starts_at,
            registrations_count,
            attended_count,
            no_shows_count,
            waiting_count,
            cancelled_count
        FROM statistics_events
        WHERE generation = v_generation AND starts_at >= v_from
        ORDER BY starts_at DESC, event_id DESC
        LIMIT 300
    ) AS s
    JOIN events AS e ON e.id = s.event_id
    ORDER BY s.starts_at DESC, s.event_id DESC;
END //

DELIMITER ;
