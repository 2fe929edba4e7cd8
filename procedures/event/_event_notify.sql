-- _event_notify: notify many people of a change of an event, each as they prefer.
--
-- A new change replaces an unread notification of the same event: "takes place again",
-- for instance, replaces "cancelled".
--
-- Parameters
--   p_actor_id  users.id of the actor; NULL: automatic
--   p_event_id  events.id
--   p_verb      what happened; also the name of the mail
--   p_people    JSON array of arrays: users.id and the fact key for that person; NULL ids
--               are skipped
--   p_more      additional data for the mail; NULL: none
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _event_notify;

DELIMITER //

CREATE PROCEDURE _event_notify (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_event_id BIGINT UNSIGNED,
    IN p_verb VARCHAR(40),
    IN p_people JSON,
    IN p_more JSON
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Notify many people of a change of an event, each as they prefer.'
BEGIN
    DECLARE v_page VARCHAR(60) DEFAULT CONCAT('/events/', p_event_id);
    DECLARE v_about VARCHAR(20) DEFAULT CASE
        WHEN p_verb IN ('event_changed', 'event_cancelled', 'event_restored') THEN 'state'
        WHEN p_verb IN ('event_registered', 'event_offered', 'event_offer_expired') THEN 'seat'
        WHEN p_verb IN ('speaker_invited', 'speaker_changed', 'speaker_removed') THEN 'session'
        ELSE p_verb
    END;
    DECLARE v_link VARCHAR(100) DEFAULT CASE p_verb
        WHEN 'event_registered' THEN CONCAT(v_page, '/ticket')
        WHEN 'helper_added' THEN CONCAT(v_page, '/check-in')
        WHEN 'speaker_invited' THEN '/events/invitations'
        WHEN 'speaker_answered' THEN CONCAT(v_page, '/speakers')
        ELSE v_page
    END;
    DECLARE v_title VARCHAR(200);
    DECLARE v_more JSON;
    DECLARE v_people JSON;
    DECLARE v_mails_count INT UNSIGNED;

    SELECT
        title,
        JSON_MERGE_PRESERVE(
            JSON_OBJECT(
                'event_id', id, 'starts_at', starts_at, 'ends_at', ends_at,
                'time_zone', time_zone, 'venue', venue, 'is_online', is_online
            ),
            COALESCE(p_more, JSON_OBJECT())
        )
    INTO v_title, v_more
    FROM events
    WHERE id = p_event_id;
    SELECT
        JSON_ARRAYAGG(
            JSON_ARRAY(
                n.user_id, CONCAT(p_verb, ':', p_event_id, ':', n.fact, ':', n.user_id)
            )
        )
    INTO v_people
    FROM
        JSON_TABLE(
            COALESCE(p_people, JSON_ARRAY()), '$[*]' COLUMNS (
                user_id BIGINT UNSIGNED PATH '$[0]',
                fact VARCHAR(40) PATH '$[1]'
            )
        ) AS n
    WHERE n.user_id IS NOT NULL;
    CALL _notify_many(
        p_actor_id, 'event', p_verb, CONCAT('event-', p_event_id, '-', v_about), v_link,
        JSON_OBJECT('title', v_title), p_verb, v_more, v_people, v_mails_count
    );
END //

DELIMITER ;
