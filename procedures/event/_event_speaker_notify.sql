-- _event_speaker_notify: notify a speaker of a change, unless they made it themselves.
--
-- Parameters
--   p_actor_id    users.id of the actor
--   p_speaker_id  event_speakers.id
--   p_template    speaker_invited, speaker_changed, speaker_removed
--   p_fact        fact key of the mail
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _event_speaker_notify;

DELIMITER //

CREATE PROCEDURE _event_speaker_notify (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_speaker_id BIGINT UNSIGNED,
    IN p_template VARCHAR(60),
    IN p_fact VARCHAR(40)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Notify a speaker of a change, unless they made it themselves.'
BEGIN
    DECLARE v_event_id BIGINT UNSIGNED;
    DECLARE v_people JSON;
    DECLARE v_data JSON;

    SELECT
        s.event_id,
        JSON_ARRAY(JSON_ARRAY(s.user_id, p_fact)),
        JSON_OBJECT(
            'session_title', s.session_title,
            'session_starts_at', COALESCE(s.session_starts_at, e.starts_at),
            'inviter_name', name_of(p_actor_id)
        )
    INTO v_event_id, v_people, v_data
    FROM event_speakers AS s
    JOIN events AS e ON e.id = s.event_id
    WHERE s.id = p_speaker_id AND s.user_id <> p_actor_id;
    IF v_event_id IS NOT NULL THEN
        CALL _event_notify(p_actor_id, v_event_id, p_template, v_people, v_data);
    END IF;
END //

DELIMITER ;
