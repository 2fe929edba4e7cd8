-- event_speaker_invite: invite an alumni member to speak at an event.
--
-- They are notified by mail and reply on the site. People who declined can be invited once more;
-- organisers who invite themselves are confirmed immediately.
--
-- Parameters
--   p_actor_id           users.id of the organiser
--   p_event_id           events.id
--   p_user_id            users.id of an alumni member whom the actor may see
--   p_session_title      at most 150 characters
--   p_topic              topic, at most 1000 characters; NULL: not given
--   p_session_starts_at  UTC, during the event; NULL: not scheduled yet
--   p_idempotency_key    created with the form: the same key returns the same invitation; NULL:
--                        none
-- Result sets
--   speaker (one)  id, name, status
-- Errors
--   45401  not signed in
--   45403  the actor is not the organiser
--   45404  no such event
--   45409  the event is over or cancelled, or the person is already invited
--   45422  invalid value
-- Example
--   CALL event_speaker_invite(1, 1, 999999999, 'From student to founder', NULL, NULL, NULL);
--   -- refused: 45422

DROP PROCEDURE IF EXISTS event_speaker_invite;

DELIMITER //

CREATE PROCEDURE event_speaker_invite (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_event_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED,
    IN p_session_title VARCHAR(150),
    IN p_topic VARCHAR(1000),
    IN p_session_starts_at DATETIME,
    IN p_idempotency_key VARCHAR(64)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Invite an alumni member to speak at an event. | speaker: one'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();
    DECLARE v_role VARCHAR(20);
    DECLARE v_event_status VARCHAR(20);
    DECLARE v_starts_at DATETIME;
    DECLARE v_ends_at DATETIME;
    DECLARE v_speaker_id BIGINT UNSIGNED;
    DECLARE v_before VARCHAR(20);
    DECLARE v_position SMALLINT UNSIGNED;
    DECLARE v_status VARCHAR(20) DEFAULT IF(p_user_id = p_actor_id, 'confirmed', 'invited');

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the lock.
    CALL _require_actor(p_actor_id, v_role);

    START TRANSACTION;
    CALL _event_crew_lock(p_actor_id, p_event_id, 0, v_event_status, v_starts_at, v_ends_at);
    CALL _idempotency_claim(
        p_actor_id, 'event_speaker_invite', p_idempotency_key, v_speaker_id
    );
    IF v_speaker_id IS NULL THEN
        IF v_event_status NOT IN ('draft', 'published') OR v_ends_at <= v_now THEN
            SIGNAL SQLSTATE '45409'
                SET MESSAGE_TEXT = 'This event is over or cancelled, so speakers can''t be added.';
        END IF;
        IF
            NOT COALESCE(role_of(p_user_id) = 'alumni', 0)
            OR NOT can_see_person(p_actor_id, p_user_id, 'profile')
        THEN
            SIGNAL SQLSTATE '45422'
                SET MESSAGE_TEXT = 'user_id: Choose an alumni member from the list.';
        END IF;
        CALL _require_event_session(p_event_id, p_session_title, p_topic, p_session_starts_at);

        SELECT COALESCE(MAX(position), 0) + 1 INTO v_position
        FROM event_speakers
        WHERE event_id = p_event_id;
        SELECT
            id,
            status
        INTO v_speaker_id, v_before
        FROM event_speakers
        WHERE event_id = p_event_id AND user_id = p_user_id;
        IF v_before <> 'declined' THEN
            SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = 'user_id: This person is already invited.';
        END IF;
        IF v_position > 50 AND v_before IS NULL THEN
            SIGNAL SQLSTATE '45409'
                SET MESSAGE_TEXT = 'You can add up to 50 speakers. Remove one first.';
        END IF;

        IF v_speaker_id IS NULL THEN
            INSERT INTO event_speakers (
                event_id, user_id, session_title, topic, session_starts_at, position, status,
                answered_at, created_by, updated_by
            ) VALUES (
                p_event_id, p_user_id, p_session_title, p_topic, p_session_starts_at, v_position,
                v_status, IF(v_status = 'confirmed', v_now, NULL), p_actor_id, p_actor_id
            );
            SET v_speaker_id = LAST_INSERT_ID();
        ELSE
            UPDATE event_speakers
            SET
                session_title = p_session_title,
                topic = p_topic,
                session_starts_at = p_session_starts_at,
                status = v_status,
                answered_at = IF(v_status = 'confirmed', v_now, NULL),
                answer_note = NULL,
                created_by = p_actor_id,
                updated_by = p_actor_id
            WHERE id = v_speaker_id;
        END IF;
        CALL _audit(
            p_actor_id, 'event_speaker_invite', 'event_speakers', v_speaker_id,
            IF(v_before IS NULL, NULL, JSON_OBJECT('status', v_before)),
            JSON_OBJECT('status', v_status, 'user_id', p_user_id, 'event_id', p_event_id)
        );
        -- The id of the audit log row is the fact key of the mail.
        CALL _event_speaker_notify(p_actor_id, v_speaker_id, 'speaker_invited', LAST_INSERT_ID());
        CALL _idempotency_record(
            p_actor_id, 'event_speaker_invite', p_idempotency_key, v_speaker_id
        );
    END IF;
    COMMIT;

    SELECT
        id,
        status,
        name_of(user_id) AS name
    FROM event_speakers
    WHERE id = v_speaker_id;
END //

DELIMITER ;
