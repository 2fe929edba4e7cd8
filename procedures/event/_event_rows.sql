-- _event_rows: read events as lists show them.
--
-- Parameters
--   p_actor_id  users.id of the viewer; NULL: a visitor
--   p_ids       events.id in the order of the list, separated by commas; NULL: none
-- Result sets
--   events (many)  id, slug, title, summary (start of the description), venue, is_online,
--                  time_zone, starts_at, ends_at, visibility, target_audience, status, closes_at,
--                  max_attendees, seats_taken_count, seats_free_count (NULL: no limit),
--                  waiting_count, creator_id, creator_name, is_mine, my_status (of the actor's
--                  registration), speaker_status, is_helper, is_over
-- Errors
--   none

DROP PROCEDURE IF EXISTS _event_rows;

DELIMITER //

CREATE PROCEDURE _event_rows (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_ids TEXT
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read events as lists show them. | events: many'
BEGIN
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
        e.status,
        e.closes_at,
        e.max_attendees,
        e.seats_taken_count,
        e.waiting_count,
        e.creator_id,
        r.status AS my_status,
        s.status AS speaker_status,
        LEFT(e.description, 300) AS summary,
        e.max_attendees - e.seats_taken_count AS seats_free_count,
        name_of(e.creator_id) AS creator_name,
        e.creator_id <=> p_actor_id AS is_mine,
        h.user_id IS NOT NULL AS is_helper,
        e.ends_at <= UTC_TIMESTAMP() AS is_over
    FROM
        JSON_TABLE(
            CONCAT('[', COALESCE(p_ids, ''), ']'),
            '$[*]' COLUMNS (position FOR ORDINALITY, id BIGINT UNSIGNED PATH '$')
        ) AS k
    JOIN events AS e ON e.id = k.id
    LEFT JOIN event_registrations AS r ON r.event_id = e.id AND r.user_id = p_actor_id
    LEFT JOIN event_speakers AS s ON s.event_id = e.id AND s.user_id = p_actor_id
    LEFT JOIN event_helpers AS h ON h.event_id = e.id AND h.user_id = p_actor_id
    ORDER BY k.position;
END //

DELIMITER ;
