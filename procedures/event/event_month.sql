-- event_month: list the events of one month that a person may see.
--
-- The range is slightly longer than the month in any time zone: the local clock of an event decides
-- on which day it takes place, and the calendar decides which days to show.
--
-- Parameters
--   p_actor_id  users.id of the viewer; NULL: a visitor
--   p_month     such as 2031-05; NULL: this month
-- Result sets
--   month (one)    starts_on, is_capped (1: more events than shown), this_month
--   events (many)  id, title, slug, starts_at, ends_at, time_zone, venue, is_online, status,
--                  is_mine (1: the actor attends, speaks or organises); ordered by time, at most
--                  200
-- Errors
--   45422  invalid month
-- Example
--   CALL event_month(3, DATE_FORMAT(UTC_DATE(), '%Y-%m'));

DROP PROCEDURE IF EXISTS event_month;

DELIMITER //

CREATE PROCEDURE event_month (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_month VARCHAR(10)
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'List the events of one month that a person may see. | month: one, events: many'
BEGIN
    DECLARE v_role VARCHAR(20) DEFAULT role_of(p_actor_id);
    DECLARE v_month VARCHAR(10) DEFAULT COALESCE(p_month, DATE_FORMAT(UTC_DATE(), '%Y-%m'));
    DECLARE v_first DATE;
    DECLARE v_ids JSON;
    DECLARE v_count INT UNSIGNED;

    IF NOT REGEXP_LIKE(v_month, '^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$') THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'month: Enter a month such as 2031-05.';
    END IF;
    SET v_first = CONCAT(v_month, '-01');

    SELECT
        JSON_ARRAYAGG(IF(n.place <= 200, n.id, NULL)),
        COUNT(*)
    INTO v_ids, v_count
    FROM (
        SELECT
            e.id,
            ROW_NUMBER() OVER (ORDER BY e.starts_at, e.id) AS place
        FROM (
            SELECT
                w.id,
                w.starts_at,
                w.ends_at,
                w.creator_id,
                w.visibility,
                w.status
            FROM events AS w FORCE INDEX (ix_events_is_listed_starts_at_id)
            WHERE
                w.is_listed = 1
                -- Includes events that began earlier and still go on.
                AND w.starts_at >= v_first - INTERVAL 7 DAY
                AND w.starts_at < v_first + INTERVAL 1 MONTH + INTERVAL 14 HOUR
            ORDER BY w.starts_at, w.id
            LIMIT 1000
        ) AS e
        WHERE
            e.ends_at > v_first - INTERVAL 14 HOUR
            AND can_see_event(p_actor_id, v_role, e.creator_id, e.visibility, e.status)
        ORDER BY e.starts_at, e.id
        LIMIT 201
    ) AS n;

    SELECT
        v_first AS starts_on,
        v_count > 200 AS is_capped,
        DATE_FORMAT(UTC_DATE(), '%Y-%m') AS this_month;
    SELECT
        e.id,
        e.title,
        e.slug,
        e.starts_at,
        e.ends_at,
        e.time_zone,
        e.venue,
        e.is_online,
        e.status,
        (
            e.creator_id <=> p_actor_id
            OR EXISTS (
                SELECT 1
                FROM event_registrations AS g
                WHERE
                    g.event_id = e.id
                    AND g.user_id = p_actor_id
                    AND g.status IN ('registered', 'attended', 'no_show')
            )
            OR EXISTS (
                SELECT 1
                FROM event_speakers AS s
                WHERE
                    s.event_id = e.id
                    AND s.user_id = p_actor_id
                    AND s.status IN ('confirmed', 'presented')
            )
        ) AS is_mine
    FROM
        JSON_TABLE(
            COALESCE(v_ids, JSON_ARRAY()), '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')
        ) AS k
    JOIN events AS e ON e.id = k.id
    ORDER BY e.starts_at, e.id;
END //

DELIMITER ;
