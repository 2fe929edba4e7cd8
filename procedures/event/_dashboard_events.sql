-- _dashboard_events: list a person's next events: registered, on the waiting list, or organised.
--
-- Parameters
--   p_actor_id  users.id
-- Result sets
--   events (many)  at most 6, as _event_rows returns them
-- Errors
--   none

DROP PROCEDURE IF EXISTS _dashboard_events;

DELIMITER //

CREATE PROCEDURE _dashboard_events (IN p_actor_id BIGINT UNSIGNED)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'List a person''s next events. | events: many'
BEGIN
    DECLARE v_ids TEXT;
    DECLARE v_next_after VARCHAR(60);
    DECLARE v_is_continued BOOLEAN;

    CALL _event_walk(
        p_actor_id, role_of(p_actor_id), 'mine', JSON_ARRAY(), NULL, NULL, NULL, NULL, 6, v_ids,
        v_next_after, v_is_continued
    );
    CALL _event_rows(p_actor_id, v_ids);
END //

DELIMITER ;
