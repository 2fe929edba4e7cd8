-- event_helpers_read: list the helpers of an event, and people who could help.
--
-- Parameters
--   p_actor_id   users.id of the organiser
--   p_event_id   events.id
--   p_directory  alumni or students; NULL: alumni
--   p_search     words of people to add; NULL: no results
-- Result sets
--   event (one)     as _event_head returns it
--   helpers (many)  user_id, name, photo, role, created_at
--   people (many)   search results, as _person_rows returns them, at most 10
--   page (one)      next_after (NULL: the end)
-- Errors
--   45401  not signed in
--   45403  the actor is not the organiser
--   45404  no such event
--   45422  no such directory
-- Example
--   CALL event_helpers_read(1, 1, 'students', 'a');

DROP PROCEDURE IF EXISTS event_helpers_read;

DELIMITER //

CREATE PROCEDURE event_helpers_read (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_event_id BIGINT UNSIGNED,
    IN p_directory VARCHAR(10),
    IN p_search VARCHAR(200)
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT
'List the helpers of an event. | event: one, helpers: many, people: many, page: one'
BEGIN
    CALL _require_event_crew(p_actor_id, p_event_id, 0);
    IF p_directory NOT IN ('alumni', 'students') THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'directory: Choose alumni or students.';
    END IF;
    CALL _event_head(p_actor_id, p_event_id);
    SELECT
        h.user_id,
        h.created_at,
        role_of(h.user_id) AS role,
        name_of(h.user_id) AS name,
        photo_of(p_actor_id, h.user_id) AS photo
    FROM event_helpers AS h
    WHERE h.event_id = p_event_id
    ORDER BY h.created_at, h.user_id
    LIMIT 50;
    CALL _event_candidates(p_actor_id, COALESCE(p_directory, 'alumni'), p_search);
END //

DELIMITER ;
