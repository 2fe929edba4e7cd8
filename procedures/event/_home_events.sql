-- _home_events: list the next three public events.
--
-- Parameters
--   none
-- Result sets
--   events (many)  as _event_rows returns them
-- Errors
--   none

DROP PROCEDURE IF EXISTS _home_events;

DELIMITER //

CREATE PROCEDURE _home_events ()
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'List the next three public events. | events: many'
BEGIN
    DECLARE v_ids TEXT;
    DECLARE v_next_after VARCHAR(60);
    DECLARE v_is_continued BOOLEAN;

    CALL _event_walk(
        NULL, NULL, 'upcoming', JSON_ARRAY(), NULL, NULL, NULL, NULL, 3, v_ids, v_next_after,
        v_is_continued
    );
    CALL _event_rows(NULL, v_ids);
END //

DELIMITER ;
