-- _invitation_rows: list a person's invitations to speak, unanswered ones first.
--
-- Parameters
--   p_actor_id       users.id of the person
--   p_are_all_meant  1: include those answered in the past year; 0: unanswered ones only
--   p_limit          maximum number of rows
-- Result sets
--   invitations (many)  id, event_id, event_title, event_status, starts_at, ends_at, time_zone,
--                       venue, is_online, session_title, topic, session_starts_at, status,
--                       answered_at, answer_note, inviter_name, created_at, can_answer
-- Errors
--   none

DROP PROCEDURE IF EXISTS _invitation_rows;

DELIMITER //

CREATE PROCEDURE _invitation_rows (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_are_all_meant BOOLEAN,
    IN p_limit INT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'List a person''s invitations to speak. | invitations: many'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();

    SELECT
        s.id,
        s.event_id,
        e.title AS event_title,
        e.status AS event_status,
        e.starts_at,
        e.ends_at,
        e.time_zone,
        e.venue,
        e.is_online,
        s.session_title,
        s.topic,
        s.session_starts_at,
        s.status,
        s.answered_at,
        s.answer_note,
        s.created_at,
        name_of(COALESCE(s.created_by, e.creator_id)) AS inviter_name,
        (
            e.status IN ('draft', 'published')
            AND e.ends_at > v_now
            AND s.status <> 'presented'
        ) AS can_answer
    FROM event_speakers AS s
    JOIN events AS e ON e.id = s.event_id
    WHERE
        s.user_id = p_actor_id
        AND e.is_deleted = 0
        AND (
            (
                s.status = 'invited'
                AND e.status IN ('draft', 'published')
                AND e.ends_at > v_now
            )
            OR (p_are_all_meant AND e.ends_at > v_now - INTERVAL 1 YEAR)
        )
    ORDER BY can_answer AND s.status = 'invited' DESC, e.starts_at DESC, s.id DESC
    LIMIT p_limit;
END //

DELIMITER ;
