-- vw_upcoming_events: list published events that have not begun, with registration counts.
--
-- Without regard to visibility: the view shows all of them, the procedures filter.

CREATE OR REPLACE
SQL SECURITY DEFINER
VIEW vw_upcoming_events AS
SELECT
    e.id,
    e.slug,
    e.title,
    e.venue,
    e.is_online,
    e.time_zone,
    e.starts_at,
    e.ends_at,
    e.visibility,
    e.target_audience,
    e.closes_at,
    e.max_attendees,
    e.seats_taken_count,
    e.waiting_count,
    e.creator_id,
    e.max_attendees - e.seats_taken_count AS seats_free_count,
    (
        SELECT COUNT(*)
        FROM event_registrations AS r
        WHERE r.event_id = e.id AND r.status IN ('registered', 'attended')
    ) AS registrations_count,
    name_of(e.creator_id) AS creator_name
FROM events AS e
WHERE e.is_listed = 1 AND e.status = 'published' AND e.starts_at > UTC_TIMESTAMP();
