-- _event_candidates: find people of a directory who could help or speak.
--
-- Parameters
--   p_actor_id   users.id of the searcher
--   p_directory  alumni or students
--   p_search     words of their name, profession or company; NULL: no results
-- Result sets
--   people (many)  as _person_rows returns them, at most 10
--   page (one)     next_after and more, as _directory_search returns it
-- Errors
--   none

DROP PROCEDURE IF EXISTS _event_candidates;

DELIMITER //

CREATE PROCEDURE _event_candidates (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_directory VARCHAR(10),
    IN p_search VARCHAR(200)
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Find people of a directory who could help or speak. | people: many, page: one'
BEGIN
    IF p_search IS NULL THEN
        CALL _person_rows(p_actor_id, NULL);
        SELECT NULL AS next_after;
    ELSE
        CALL _directory_search(
            p_actor_id, p_directory, p_search, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
            NULL, NULL, NULL, NULL, 10
        );
    END IF;
END //

DELIMITER ;
