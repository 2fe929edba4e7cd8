-- _event_reminders_write: set the hours before an event at which reminders are sent.
--
-- Unchanged hours keep their progress. A time in the past counts as sent, so nobody gets
-- two mails together for an event announced late. The caller holds the lock on the event.
--
-- Parameters
--   p_actor_id   users.id; NULL: automatic
--   p_event_id   events.id
--   p_starts_at  UTC; events.starts_at
--   p_hours      hours before the start, separated by commas; checked by the caller; NULL: none
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _event_reminders_write;

DELIMITER //

CREATE PROCEDURE _event_reminders_write (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_event_id BIGINT UNSIGNED,
    IN p_starts_at DATETIME,
    IN p_hours VARCHAR(100)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Set the hours before an event at which reminders are sent.'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();
    DECLARE v_text VARCHAR(110) DEFAULT CONCAT('[', COALESCE(p_hours, ''), ']');
    -- If the setting is not a list of numbers, no reminders are set, and events can still be
    -- created.
    DECLARE v_hours JSON DEFAULT IF(JSON_VALID(v_text), CAST(v_text AS JSON), JSON_ARRAY());
    DECLARE v_gone JSON;

    -- By id, and only if there are some: deleting nothing would lock a gap.
    SELECT JSON_ARRAYAGG(r.id) INTO v_gone
    FROM event_reminders AS r
    WHERE r.event_id = p_event_id AND NOT JSON_CONTAINS(v_hours, CAST(r.hours_before AS JSON));
    IF v_gone IS NOT NULL THEN
        DELETE /*+ JOIN_ORDER(g, r) JOIN_INDEX(r PRIMARY) */ r
        FROM JSON_TABLE(v_gone, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')) AS g
        JOIN event_reminders AS r ON r.id = g.id;
    END IF;

    INSERT INTO event_reminders (event_id, hours_before, due_at, done_at, created_by)
    SELECT
        p_event_id,
        h.hours_before,
        p_starts_at - INTERVAL h.hours_before HOUR,
        IF(p_starts_at - INTERVAL h.hours_before HOUR <= v_now, v_now, NULL),
        p_actor_id
    FROM
        JSON_TABLE(
            v_hours, '$[*]' COLUMNS (hours_before SMALLINT UNSIGNED PATH '$')
        ) AS h
    WHERE h.hours_before BETWEEN 1 AND 720
    ON DUPLICATE KEY UPDATE hours_before = event_reminders.hours_before;
END //

DELIMITER ;
