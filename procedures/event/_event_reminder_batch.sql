-- _event_reminder_batch: queue the next mails of one reminder and store the position.
--
-- The caller holds the locks on the event and the reminder in a READ COMMITTED transaction.
--
-- Parameters
--   p_reminder_id  event_reminders.id
--   p_limit        maximum number of mails
--   p_count        number of mails queued
--   p_is_done      1: no recipients left
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _event_reminder_batch;

DELIMITER //

CREATE PROCEDURE _event_reminder_batch (
    IN p_reminder_id BIGINT UNSIGNED,
    IN p_limit INT UNSIGNED,
    OUT p_count INT UNSIGNED,
    OUT p_is_done BOOLEAN
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Queue the next mails of one reminder and store the position.'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();
    DECLARE v_event_id BIGINT UNSIGNED;
    DECLARE v_due_at DATETIME;
    DECLARE v_hours_before SMALLINT UNSIGNED;
    DECLARE v_last_id BIGINT UNSIGNED;
    DECLARE v_is_wanted BOOLEAN;
    DECLARE v_people JSON;
    DECLARE v_seen_count INT UNSIGNED DEFAULT 0;

    SET p_count = 0;
    SELECT
        event_id,
        due_at,
        hours_before,
        last_registration_id
    INTO v_event_id, v_due_at, v_hours_before, v_last_id
    FROM event_reminders
    WHERE id = p_reminder_id;

    SELECT
        e.status = 'published' AND e.is_deleted = 0 AND e.starts_at > v_now
        AND NOT EXISTS (
            SELECT 1
            FROM event_reminders AS n
            WHERE
                n.event_id = e.id
                AND n.hours_before < v_hours_before
                AND n.due_at <= v_now
        )
    INTO v_is_wanted
    FROM events AS e
    WHERE e.id = v_event_id;

    IF v_is_wanted THEN
        -- Inactive people are skipped and count as processed.
        SELECT
            JSON_ARRAYAGG(
                JSON_ARRAY(
                    IF(u.status = 'active' AND u.is_deleted = 0, g.user_id, NULL),
                    CONCAT(p_reminder_id, '.', DATE_FORMAT(v_due_at, '%Y%m%d%H%i%s'))
                )
            ),
            COUNT(*),
            SUM(u.status = 'active' AND u.is_deleted = 0),
            MAX(g.id)
        INTO v_people, v_seen_count, p_count, v_last_id
        FROM (
            SELECT
                w.id,
                w.user_id
            FROM event_registrations AS w FORCE INDEX (ix_event_registrations_event_id_status_id)
            WHERE w.event_id = v_event_id AND w.status = 'registered' AND w.id > v_last_id
            ORDER BY w.id
            LIMIT p_limit
        ) AS g
        JOIN users AS u ON u.id = g.user_id;
        SET p_count = COALESCE(p_count, 0);
        CALL _event_notify(NULL, v_event_id, 'event_reminder', v_people, NULL);
    END IF;

    SET p_is_done = v_seen_count < p_limit;
    UPDATE event_reminders
    SET
        last_registration_id = COALESCE(v_last_id, last_registration_id),
        done_at = IF(p_is_done, v_now, NULL)
    WHERE id = p_reminder_id;
END //

DELIMITER ;
