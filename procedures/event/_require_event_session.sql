-- _require_event_session: reject invalid values of a speaker's session.
--
-- Parameters
--   p_event_id           events.id
--   p_session_title      required, at most 150 characters
--   p_topic              at most 1000 characters; NULL: not given
--   p_session_starts_at  UTC, during the event; NULL: not scheduled yet
-- Result sets
--   none
-- Errors
--   45422  invalid value

DROP PROCEDURE IF EXISTS _require_event_session;

DELIMITER //

CREATE PROCEDURE _require_event_session (
    IN p_event_id BIGINT UNSIGNED,
    IN p_session_title VARCHAR(150),
    IN p_topic VARCHAR(1000),
    IN p_session_starts_at DATETIME
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Reject invalid values of a speaker''s session.'
BEGIN
    DECLARE v_is_during BOOLEAN;

    CALL _require_text('session_title', p_session_title, 150, 1, 0);
    CALL _require_text('topic', p_topic, 1000, 0, 1);
    SELECT p_session_starts_at >= starts_at AND p_session_starts_at < ends_at INTO v_is_during
    FROM events
    WHERE id = p_event_id;
    IF NOT v_is_during THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'session_starts_at: Choose a time during the event.';
    END IF;
END //

DELIMITER ;
