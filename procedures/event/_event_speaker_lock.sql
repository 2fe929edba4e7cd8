-- _event_speaker_lock: lock an event and one of its speakers, or refuse people who do not run it.
--
-- Parameters
--   p_actor_id    users.id of the organiser
--   p_event_id    events.id of the speaker, read before the transaction; NULL: none
--   p_speaker_id  event_speakers.id
--   p_status      event_speakers.status
-- Result sets
--   none
-- Errors
--   45401  not signed in
--   45403  the actor is not the organiser
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
COMMENT 'Lock an event and one of its speakers, or refuse people who do not run it.'
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
        SIGNAL SQLSTATE '45404'
            SET MESSAGE_TEXT = 'Speaker not found. They may have been removed from the programme.';
    END IF;
END //

DELIMITER ;
