-- event_speaker_presented: record that a confirmed speaker has spoken, or has not.
--
-- When an event is completed, all confirmed speakers count as having spoken.
--
-- Parameters
--   p_actor_id      users.id of the organiser
--   p_speaker_id    event_speakers.id
--   p_is_presented  1: has spoken; 0: has not
-- Result sets
--   speaker (one)  id, name, status
-- Errors
--   45401  not signed in
--   45403  the actor is not the organiser
--   45404  no such speaker
--   45409  the event has not started, or the speaker had not confirmed
-- Example
--   CALL event_speaker_presented(1, 999999999, 1);  -- refused: 45404

DROP PROCEDURE IF EXISTS event_speaker_presented;

DELIMITER //

CREATE PROCEDURE event_speaker_presented (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_speaker_id BIGINT UNSIGNED,
    IN p_is_presented BOOLEAN
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Record that a speaker has spoken, or has not. | speaker: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_event_id BIGINT UNSIGNED;
    DECLARE v_before VARCHAR(20);
    DECLARE v_has_begun BOOLEAN;
    DECLARE v_status VARCHAR(20) DEFAULT IF(p_is_presented, 'presented', 'confirmed');

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
    CALL _event_speaker_lock(p_actor_id, v_event_id, p_speaker_id, v_before);
    SELECT status IN ('published', 'completed') AND starts_at <= UTC_TIMESTAMP() INTO v_has_begun
    FROM events
    WHERE id = v_event_id;
    IF NOT v_has_begun THEN
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = 'This event has not started yet.';
    END IF;
    IF v_before NOT IN ('confirmed', 'presented') THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'This speaker has not confirmed. Ask them to confirm first.';
    END IF;
    IF v_before <> v_status THEN
        UPDATE event_speakers SET status = v_status, updated_by = p_actor_id
        WHERE id = p_speaker_id;
        CALL _audit(
            p_actor_id, 'event_speaker_presented', 'event_speakers', p_speaker_id,
            JSON_OBJECT('status', v_before), JSON_OBJECT('status', v_status)
        );
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
