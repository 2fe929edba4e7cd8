-- event_speaker_invite: ask an alumnus to speak at an event.
--
-- The alumnus is told by mail and answers in the web. Who declined can be asked once more; who
-- invites themselves has said yes by that.
--
-- Parameters
--   p_actor_id           users.id of who runs the event
--   p_event_id           events.id
--   p_user_id            users.id of an alumnus whom the actor may see
--   p_session_title      at most 150 characters
--   p_topic              what it is about, at most 1000 characters; NULL: not said
--   p_session_starts_at  UTC, during the event; NULL: not set yet
--   p_idempotency_key    made with the form: the same key again is the same invitation; NULL: none
-- Result sets
--   speaker (one)  id, name, status
-- Errors
--   45401  nobody is signed in
--   45403  somebody else's event
--   45404  no such event
--   45409  the event is over or cancelled, or the person is asked already
--   45422  a value is unacceptable
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
COMMENT 'Ask an alumnus to speak at an event. | speaker: one'
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

    -- Before the transaction, so that what it sees is as of the lock.
    CALL _require_actor(p_actor_id, v_role);

    START TRANSACTION;
    CALL _event_crew_lock(p_actor_id, p_event_id, 0, v_event_status, v_starts_at, v_ends_at);
    CALL _idempotency_claim(
        p_actor_id, 'event_speaker_invite', p_idempotency_key, v_speaker_id
    );
    IF v_speaker_id IS NULL THEN
        IF v_event_status NOT IN ('draft', 'published') OR v_ends_at <= v_now THEN
            SIGNAL SQLSTATE '45409'
                SET MESSAGE_TEXT = 'This event is over or cancelled: nobody speaks at it any more.';
        END IF;
        IF
            NOT COALESCE(role_of(p_user_id) = 'alumni', 0)
            OR NOT can_see_person(p_actor_id, p_user_id, 'profile')
        THEN
            SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'user_id: Choose an alumnus of the list.';
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
            SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = 'user_id: This person is asked already.';
        END IF;
        IF v_position > 50 AND v_before IS NULL THEN
            SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = 'An event has at most 50 speakers.';
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
        -- The last id is that of the invitation in the audit log: the fact.
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
