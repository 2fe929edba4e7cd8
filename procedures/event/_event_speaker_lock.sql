-- _event_speaker_lock: hold an event and one of its speakers, or refuse who does not run it.
--
-- Parameters
--   p_actor_id    users.id of who runs the event
--   p_event_id    events.id of the speaker's, read before the transaction; NULL: none
--   p_speaker_id  event_speakers.id
--   p_status      event_speakers.status
-- Result sets
--   none
-- Errors
--   45401  nobody is signed in
--   45403  somebody else's event
--   45404  no such speaker

DROP PROCEDURE IF EXISTS _event_speaker_lock;

DELIMITER //

CREATE PROCEDURE _event_speaker_lock (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_event_id BIGINT UNSIGNED,
    IN p_speaker_id BIGINT UNSIGNED,
    OUT p_status VARCHAR(20)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Hold an event and one of its speakers, or refuse who does not run it.'
BEGIN
    DECLARE v_event_status VARCHAR(20);
    DECLARE v_starts_at DATETIME;
    DECLARE v_ends_at DATETIME;

    SET p_status = NULL;
    IF p_event_id IS NOT NULL THEN
        CALL _event_crew_lock(
            p_actor_id, p_event_id, 0, v_event_status, v_starts_at, v_ends_at
        );
        SELECT status INTO p_status
        FROM event_speakers
        WHERE id = p_speaker_id
        FOR UPDATE;
    END IF;
    IF p_status IS NULL THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'There is no such speaker any more.';
    END IF;
END //

DELIMITER ;
