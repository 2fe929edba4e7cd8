-- _event_speaker_mail: tell a speaker what concerns them, unless they did it themselves.
--
-- Parameters
--   p_actor_id    users.id of who did it
--   p_speaker_id  event_speakers.id
--   p_template    speaker_invited, speaker_changed, speaker_removed
--   p_fact_key    names the fact
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _event_speaker_mail;

DELIMITER //

CREATE PROCEDURE _event_speaker_mail (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_speaker_id BIGINT UNSIGNED,
    IN p_template VARCHAR(60),
    IN p_fact_key VARCHAR(120)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Tell a speaker what concerns them, unless they did it themselves.'
BEGIN
    DECLARE v_user_id BIGINT UNSIGNED;
    DECLARE v_data JSON;

    SELECT
        s.user_id,
        JSON_OBJECT(
            'event_id', e.id,
            'event_title', e.title,
            'starts_at', DATE_FORMAT(COALESCE(s.session_starts_at, e.starts_at), '%Y-%m-%dT%T'),
            'time_zone', e.time_zone,
            'venue', e.venue,
            'session_title', s.session_title,
            'inviter_name', name_of(p_actor_id)
        )
    INTO v_user_id, v_data
    FROM event_speakers AS s
    JOIN events AS e ON e.id = s.event_id
    WHERE s.id = p_speaker_id;
    IF v_user_id <> p_actor_id THEN
        CALL _queue_mail(p_actor_id, v_user_id, p_template, v_data, p_fact_key);
    END IF;
END //

DELIMITER ;
