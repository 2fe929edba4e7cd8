-- event_speaker_remove: remove a speaker from the programme.
--
-- Speakers who had not declined are notified by mail, before the event.
--
-- Parameters
--   p_actor_id    users.id of the organiser
--   p_speaker_id  event_speakers.id
-- Result sets
--   speaker (one)  event_id, name
-- Errors
--   45401  not signed in
--   45403  the actor is not the organiser
--   45404  no such speaker
-- Example
--   CALL event_speaker_remove(1, 999999999);  -- refused: 45404

DROP PROCEDURE IF EXISTS event_speaker_remove;

DELIMITER //

CREATE PROCEDURE event_speaker_remove (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_speaker_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Remove a speaker from the programme. | speaker: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_event_id BIGINT UNSIGNED;
    DECLARE v_user_id BIGINT UNSIGNED;
    DECLARE v_status VARCHAR(20);
    DECLARE v_is_told BOOLEAN;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_actor(p_actor_id, v_role);
    SELECT
        event_id,
        user_id
    INTO v_event_id, v_user_id
    FROM event_speakers
    WHERE id = p_speaker_id;

    START TRANSACTION;
    CALL _event_speaker_lock(p_actor_id, v_event_id, p_speaker_id, v_status);
    SELECT
        v_status IN ('invited', 'confirmed') AND status = 'published' AND ends_at > UTC_TIMESTAMP()
    INTO v_is_told
    FROM events
    WHERE id = v_event_id;
    CALL _audit(
        p_actor_id, 'event_speaker_remove', 'event_speakers', p_speaker_id,
        JSON_OBJECT('status', v_status, 'user_id', v_user_id, 'event_id', v_event_id), NULL
    );
    IF v_is_told THEN
        CALL _event_speaker_notify(p_actor_id, p_speaker_id, 'speaker_removed', LAST_INSERT_ID());
    END IF;
    DELETE FROM event_speakers
    WHERE id = p_speaker_id;
    COMMIT;

    SELECT
        v_event_id AS event_id,
        name_of(v_user_id) AS name;
END //

DELIMITER ;
