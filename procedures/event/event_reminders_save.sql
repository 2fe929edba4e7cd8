-- event_reminders_save: set how many hours before an event reminders are sent.
--
-- Parameters
--   p_actor_id  users.id of the organiser
--   p_event_id  events.id
--   p_hours     up to 5 whole numbers from 1 to 720, separated by commas; NULL: no reminder
-- Result sets
--   reminders (many)  hours_before, due_at, done_at
-- Errors
--   45401  not signed in
--   45403  the actor is not the organiser
--   45404  no such event
--   45409  the event has started, is over or cancelled
--   45422  invalid value
-- Example
--   CALL event_reminders_save(1, 1, 'soon');  -- refused: 45422

DROP PROCEDURE IF EXISTS event_reminders_save;

DELIMITER //

CREATE PROCEDURE event_reminders_save (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_event_id BIGINT UNSIGNED,
    IN p_hours VARCHAR(100)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Set how many hours before an event reminders are sent. | reminders: many'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_status VARCHAR(20);
    DECLARE v_starts_at DATETIME;
    DECLARE v_ends_at DATETIME;
    DECLARE v_before VARCHAR(100);
    DECLARE v_wrong_count INT UNSIGNED DEFAULT 0;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_actor(p_actor_id, v_role);
    IF
        NOT REGEXP_LIKE(
            COALESCE(p_hours, '1'), '^ *[1-9][0-9]{0,2}( *, *[1-9][0-9]{0,2}){0,4} *$'
        )
    THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'hours: Enter up to 5 whole numbers, such as 48, 24, 2.';
    END IF;
    SELECT COUNT(*) INTO v_wrong_count
    FROM
        JSON_TABLE(
            CONCAT('[', COALESCE(p_hours, ''), ']'), '$[*]' COLUMNS (hours INT PATH '$')
        ) AS h
    WHERE h.hours > 720;
    IF v_wrong_count > 0 THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'hours: Enter at most 720 hours (30 days).';
    END IF;

    START TRANSACTION;
    CALL _event_crew_lock(p_actor_id, p_event_id, 0, v_status, v_starts_at, v_ends_at);
    IF v_status NOT IN ('draft', 'published') OR v_starts_at <= UTC_TIMESTAMP() THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'This event has started or was cancelled, so reminders stay.';
    END IF;
    SELECT GROUP_CONCAT(hours_before ORDER BY hours_before DESC) INTO v_before
    FROM event_reminders
    WHERE event_id = p_event_id;
    CALL _event_reminders_write(p_actor_id, p_event_id, v_starts_at, p_hours);
    CALL _audit(
        p_actor_id, 'event_reminders_save', 'events', p_event_id,
        JSON_OBJECT('reminder_hours', v_before), JSON_OBJECT('reminder_hours', p_hours)
    );
    COMMIT;

    SELECT
        hours_before,
        due_at,
        done_at
    FROM event_reminders
    WHERE event_id = p_event_id
    ORDER BY hours_before DESC;
END //

DELIMITER ;
