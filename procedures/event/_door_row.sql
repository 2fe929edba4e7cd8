-- _door_row: read whether check-in for an event is open now, and how many seats are free.
--
-- Parameters
--   p_event_id  events.id
-- Result sets
--   door (one)  obstacle (a sentence, or NULL), free_count (NULL: no limit)
-- Errors
--   none

DROP PROCEDURE IF EXISTS _door_row;

DELIMITER //

CREATE PROCEDURE _door_row (IN p_event_id BIGINT UNSIGNED)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read whether check-in for an event is open now. | door: one'
BEGIN
    SELECT
        check_in_obstacle_of(status, starts_at) AS obstacle,
        max_attendees - seats_taken_count AS free_count
    FROM events
    WHERE id = p_event_id;
END //

DELIMITER ;
