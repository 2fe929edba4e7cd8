-- _event_speaker_rows: list the speakers of an event, in programme order.
--
-- Parameters
--   p_actor_id    users.id of the viewer; NULL: a visitor
--   p_event_id    events.id; NULL: no rows
--   p_is_running  1: include invited and declined speakers with their answers; 0: the programme
-- Result sets
--   speakers (many)  id, user_id, name, photo, is_visible (1: the profile can be opened),
--                    session_title, topic, session_starts_at, position, status, answered_at,
--                    answer_note, is_declined, is_presented, can_be_presented (confirmed, and
--                    the event has begun)
-- Errors
--   none

DROP PROCEDURE IF EXISTS _event_speaker_rows;

DELIMITER //

CREATE PROCEDURE _event_speaker_rows (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_event_id BIGINT UNSIGNED,
    IN p_is_running BOOLEAN
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'List the speakers of an event, in programme order. | speakers: many'
BEGIN
    SELECT
        s.id,
        s.user_id,
        s.session_title,
        s.topic,
        s.session_starts_at,
        s.position,
        s.status,
        IF(p_is_running, s.answered_at, NULL) AS answered_at,
        IF(p_is_running, s.answer_note, NULL) AS answer_note,
        name_of(s.user_id) AS name,
        photo_of(p_actor_id, s.user_id) AS photo,
        can_see_person(p_actor_id, s.user_id, 'profile') AS is_visible,
        s.status = 'declined' AS is_declined,
        s.status = 'presented' AS is_presented,
        s.status IN ('confirmed', 'presented')
        AND e.status IN ('published', 'completed')
        AND e.starts_at <= UTC_TIMESTAMP()
            AS can_be_presented
    FROM event_speakers AS s
    JOIN events AS e ON e.id = s.event_id
    WHERE
        s.event_id = p_event_id
        AND (p_is_running OR s.status IN ('confirmed', 'presented'))
    ORDER BY s.position, s.id
    LIMIT 100;
END //

DELIMITER ;
