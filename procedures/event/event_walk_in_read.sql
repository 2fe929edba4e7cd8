-- event_walk_in_read: search people at the door who are not registered.
--
-- Parameters
--   p_actor_id   users.id of the organiser or a helper
--   p_event_id   events.id
--   p_directory  alumni or students; NULL: alumni
--   p_search     words of the person; NULL: no results
-- Result sets
--   event (one)    as _event_head returns it
--   door (one)     as _door_row returns it
--   people (many)  search results, as _person_rows returns them, at most 10
--   page (one)     next_after (NULL: the end)
-- Errors
--   45401  not signed in
--   45403  the actor is not the organiser
--   45404  no such event
--   45422  no such directory
-- Example
--   CALL event_walk_in_read(1, 1, 'students', 'a');

DROP PROCEDURE IF EXISTS event_walk_in_read;

DELIMITER //

CREATE PROCEDURE event_walk_in_read (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_event_id BIGINT UNSIGNED,
    IN p_directory VARCHAR(10),
    IN p_search VARCHAR(200)
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT
'Search people at the door who are not registered. | event: one, door: one, people: many, page: one'
BEGIN
    CALL _require_event_crew(p_actor_id, p_event_id, 1);
    IF p_directory NOT IN ('alumni', 'students') THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'directory: Choose alumni or students.';
    END IF;
    CALL _event_head(p_actor_id, p_event_id);
    CALL _door_row(p_event_id);
    CALL _event_candidates(p_actor_id, COALESCE(p_directory, 'alumni'), p_search);
END //

DELIMITER ;
