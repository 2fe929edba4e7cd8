-- _calendar_rows: read events for calendars, with a person's part in each.
--
-- SEQUENCE grows with every change of the event and of the person's registration, so that a
-- calendar applies newer versions and ignores older ones.
--
-- Parameters
--   p_user_id    users.id of the calendar's owner; NULL: a visitor
--   p_event_ids  events.id, a JSON array
--   p_is_feed    1: the person's own events, so an event they left is cancelled for them;
--                0: each event as it is for everyone
-- Result sets
--   events (many)  id, calendar_uid, sequence, title, description, venue, is_online, online_url
--                  (for attendees, speakers and organisers), time_zone, starts_at, ends_at,
--                  calendar_status (CONFIRMED, TENTATIVE, CANCELLED), part (runs, speaks, invited,
--                  registered, offered, left; NULL: none), session_title, session_starts_at,
--                  cancellation_reason, created_at, changed_at
-- Errors
--   none

DROP PROCEDURE IF EXISTS _calendar_rows;

DELIMITER //

CREATE PROCEDURE _calendar_rows (
    IN p_user_id BIGINT UNSIGNED,
    IN p_event_ids JSON,
    IN p_is_feed BOOLEAN
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read events for calendars, with a person''s part in each. | events: many'
BEGIN
    WITH parts AS (
        SELECT
            e.id,
            g.id AS registration_id,
            g.updated_at AS registration_changed_at,
            s.updated_at AS speaker_changed_at,
            s.session_title,
            s.session_starts_at,
            CASE
                WHEN e.creator_id = p_user_id THEN 'runs'
                WHEN s.status IN ('confirmed', 'presented') THEN 'speaks'
                WHEN g.status IN ('registered', 'attended', 'no_show') THEN 'registered'
                WHEN g.status = 'offered' THEN 'offered'
                WHEN s.status = 'invited' THEN 'invited'
                WHEN g.status IS NOT NULL OR s.status IS NOT NULL THEN 'left'
            END AS part
        FROM JSON_TABLE(p_event_ids, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')) AS k
        JOIN events AS e ON e.id = k.id
        LEFT JOIN event_registrations AS g ON g.event_id = e.id AND g.user_id = p_user_id
        LEFT JOIN event_speakers AS s ON s.event_id = e.id AND s.user_id = p_user_id
    )

    SELECT
        e.id,
        e.calendar_uid,
        e.title,
        e.description,
        e.venue,
        e.is_online,
        e.time_zone,
        e.starts_at,
        e.ends_at,
        p.part,
        e.cancellation_reason,
        e.created_at,
        e.calendar_sequence + (
            SELECT COUNT(*)
            FROM event_registration_history AS h
            WHERE h.event_registration_id = p.registration_id
        ) AS sequence,
        IF(p.part IN ('runs', 'speaks', 'registered'), e.online_url, NULL) AS online_url,
        CASE
            WHEN e.status = 'cancelled' OR e.is_deleted = 1 THEN 'CANCELLED'
            WHEN p_is_feed AND p.part = 'left' THEN 'CANCELLED'
            WHEN e.status = 'draft' OR (p_is_feed AND p.part IN ('offered', 'invited'))
                THEN 'TENTATIVE'
            ELSE 'CONFIRMED'
        END AS calendar_status,
        IF(p.part = 'speaks', p.session_title, NULL) AS session_title,
        IF(p.part = 'speaks', p.session_starts_at, NULL) AS session_starts_at,
        GREATEST(
            e.updated_at,
            COALESCE(p.registration_changed_at, e.updated_at),
            COALESCE(p.speaker_changed_at, e.updated_at)
        ) AS changed_at
    FROM parts AS p
    JOIN events AS e ON e.id = p.id
    ORDER BY e.starts_at, e.id;
END //

DELIMITER ;
