-- event_speaker_edit: change the topic and time of a speaker's session.
--
-- The speaker is notified by mail if title or time change, before the event.
--
-- Parameters
--   p_actor_id           users.id of the organiser
--   p_speaker_id         event_speakers.id
--   p_session_title      at most 150 characters
--   p_topic              at most 1000 characters; NULL: not given
--   p_session_starts_at  UTC, during the event; NULL: not scheduled yet
-- Result sets
--   speaker (one)  id, name, status
-- Errors
--   45401  not signed in
--   45403  the actor is not the organiser
--   45404  no such speaker
--   45422  invalid value
-- Example
--   CALL event_speaker_edit(1, 999999999, 'Another title', NULL, NULL);  -- refused: 45404

DROP PROCEDURE IF EXISTS event_speaker_edit;

DELIMITER //

CREATE PROCEDURE event_speaker_edit (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_speaker_id BIGINT UNSIGNED,
    IN p_session_title VARCHAR(150),
    IN p_topic VARCHAR(1000),
    IN p_session_starts_at DATETIME
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Change the topic and time of a speaker''s session. | speaker: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_event_id BIGINT UNSIGNED;
    DECLARE v_status VARCHAR(20);
    DECLARE v_before JSON;
    DECLARE v_is_told BOOLEAN;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_actor(p_actor_id, v_role);
    SELECT event_id INTO v_event_id
    FROM event_speakers
    WHERE id = p_speaker_id;

    START TRANSACTION;
    CALL _event_speaker_lock(p_actor_id, v_event_id, p_speaker_id, v_status);
    CALL _require_event_session(v_event_id, p_session_title, p_topic, p_session_starts_at);
    SELECT
        JSON_OBJECT('session_title', s.session_title, 'session_starts_at', s.session_starts_at),
        s.status IN ('invited', 'confirmed')
        AND e.status = 'published'
        AND e.ends_at > UTC_TIMESTAMP()
        AND (
            s.session_title <> p_session_title
            OR NOT (s.session_starts_at <=> p_session_starts_at)
        )
    INTO v_before, v_is_told
    FROM event_speakers AS s
    JOIN events AS e ON e.id = s.event_id
    WHERE s.id = p_speaker_id;

    UPDATE event_speakers
    SET
        session_title = p_session_title,
        topic = p_topic,
        session_starts_at = p_session_starts_at,
        updated_by = p_actor_id
    WHERE id = p_speaker_id;
    CALL _audit(
        p_actor_id, 'event_speaker_edit', 'event_speakers', p_speaker_id, v_before,
        JSON_OBJECT('session_title', p_session_title, 'session_starts_at', p_session_starts_at)
    );
    IF v_is_told THEN
        CALL _event_speaker_notify(p_actor_id, p_speaker_id, 'speaker_changed', LAST_INSERT_ID());
    END IF;
    COMMIT;

    SELECT
        id,
        status,
        name_of(user_id) AS name
    FROM event_speakers
    WHERE id = p_speaker_id;
END //

DELIMITER ;
