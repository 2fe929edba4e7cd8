-- event_speakers_read: list the speakers of an event with their answers, and alumni to invite.
--
-- Parameters
--   p_actor_id  users.id of the organiser
--   p_event_id  events.id
--   p_search    words of alumni to invite; NULL: no results
-- Result sets
--   event (one)      as _event_head returns it
--   speakers (many)  all of them, as _event_speaker_rows returns them
--   people (many)    search results, as _person_rows returns them, at most 10
--   page (one)       next_after (NULL: the end)
-- Errors
--   45401  not signed in
--   45403  the actor is not the organiser
--   45404  no such event
-- Example
--   CALL event_speakers_read(1, 1, 'li');

DROP PROCEDURE IF EXISTS event_speakers_read;

DELIMITER //

CREATE PROCEDURE event_speakers_read (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_event_id BIGINT UNSIGNED,
    IN p_search VARCHAR(200)
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT
'List the speakers of an event, and alumni to invite. | event: one, speakers: many, people: many,
page: one'
BEGIN
    CALL _require_event_crew(p_actor_id, p_event_id, 0);
    CALL _event_head(p_actor_id, p_event_id);
    CALL _event_speaker_rows(p_actor_id, p_event_id, 1);
    CALL _event_candidates(p_actor_id, 'alumni', p_search);
END //

DELIMITER ;
