-- tr_event_schedule_update: move reminders with their event, whatever changes it.
--
-- A sent reminder that is due in the future again is reset: the time is new. If its
-- time has passed because of the change, it counts as sent: the mail on the change is enough.

DROP TRIGGER IF EXISTS tr_event_schedule_update;

DELIMITER //

CREATE TRIGGER tr_event_schedule_update
AFTER UPDATE ON events
FOR EACH ROW
BEGIN
    IF new.starts_at <> old.starts_at THEN
        UPDATE event_reminders
        SET
            due_at = new.starts_at - INTERVAL hours_before HOUR,
            -- Assigned from left to right: due_at is the new value here.
            last_registration_id = IF(due_at > UTC_TIMESTAMP(), 0, last_registration_id),
            done_at = IF(due_at > UTC_TIMESTAMP(), NULL, COALESCE(done_at, UTC_TIMESTAMP()))
        WHERE event_id = new.id;
    END IF;
END //

DELIMITER ;
