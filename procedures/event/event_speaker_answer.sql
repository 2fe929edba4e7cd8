-- event_speaker_answer: confirm or decline an invitation to speak; the inviter is notified.
--
-- An answer can be changed until the event is over; repeating it changes nothing.
--
-- Parameters
--   p_actor_id    users.id of the speaker
--   p_speaker_id  event_speakers.id
--   p_answer      confirm or decline
--   p_note        message to the inviter, at most 500 characters; NULL: none
-- Result sets
--   speaker (one)  id, event_id, status
-- Errors
--   45401  not signed in
--   45404  no such invitation of the actor
--   45409  the event is over or cancelled
--   45422  invalid value
-- Example
--   CALL event_speaker_answer(2, 999999999, 'confirm', NULL);  -- refused: 45404

DROP PROCEDURE IF EXISTS event_speaker_answer;

DELIMITER //

CREATE PROCEDURE event_speaker_answer (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_speaker_id BIGINT UNSIGNED,
    IN p_answer VARCHAR(10),
    IN p_note VARCHAR(500)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Confirm or decline an invitation to speak. | speaker: one'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();
    DECLARE v_role VARCHAR(20);
    DECLARE v_event_id BIGINT UNSIGNED;
    DECLARE v_is_open BOOLEAN;
    DECLARE v_inviter_id BIGINT UNSIGNED;
    DECLARE v_creator_id BIGINT UNSIGNED;
    DECLARE v_session_title VARCHAR(150);
    DECLARE v_before VARCHAR(20);
    DECLARE v_note VARCHAR(500);
    DECLARE v_status VARCHAR(20) DEFAULT IF(p_answer = 'confirm', 'confirmed', 'declined');

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_actor(p_actor_id, v_role);
    IF p_answer IS NULL OR p_answer NOT IN ('confirm', 'decline') THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'answer: Choose confirm or decline.';
    END IF;
    CALL _require_text('note', p_note, 500, 0, 1);
    SELECT event_id INTO v_event_id
    FROM event_speakers
    WHERE id = p_speaker_id AND user_id = p_actor_id;

    START TRANSACTION;
    SELECT
        status IN ('draft', 'published') AND ends_at > v_now,
        creator_id
    INTO v_is_open, v_creator_id
    FROM events
    WHERE id = v_event_id AND is_deleted = 0
    FOR SHARE;
    SELECT
        status,
        answer_note,
        session_title,
        created_by
    INTO v_before, v_note, v_session_title, v_inviter_id
    FROM event_speakers
    WHERE id = p_speaker_id AND user_id = p_actor_id
    FOR UPDATE;
    IF v_before IS NULL OR v_is_open IS NULL THEN
        SIGNAL SQLSTATE '45404'
            SET MESSAGE_TEXT = 'Invitation not found. It may have been withdrawn.';
    END IF;
    IF NOT v_is_open OR v_before = 'presented' THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'This event is over or cancelled, so no reply is needed.';
    END IF;

    IF v_before <> v_status OR NOT (v_note <=> p_note) THEN
        UPDATE event_speakers
        SET
            status = v_status,
            answered_at = v_now,
            answer_note = p_note,
            updated_by = p_actor_id
        WHERE id = p_speaker_id;
        CALL _audit(
            p_actor_id, 'event_speaker_answer', 'event_speakers', p_speaker_id,
            JSON_OBJECT('status', v_before), JSON_OBJECT('status', v_status, 'note', p_note)
        );
        -- The id of the audit log row is the fact key of the mail.
        CALL _event_notify(
            p_actor_id, v_event_id, 'speaker_answered',
            JSON_ARRAY(JSON_ARRAY(COALESCE(v_inviter_id, v_creator_id), LAST_INSERT_ID())),
            JSON_OBJECT(
                'status', v_status, 'speaker_name', name_of(p_actor_id),
                'session_title', v_session_title, 'note', COALESCE(p_note, '')
            )
        );
    END IF;
    COMMIT;

    SELECT
        id,
        event_id,
        status
    FROM event_speakers
    WHERE id = p_speaker_id;
END //

DELIMITER ;
