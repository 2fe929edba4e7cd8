-- tr_event_schedule_update: reminders move with their event, whoever moves it.
--
-- One that has gone out and lies ahead again begins anew: it tells of another time. One whose
-- moment has passed by the move is done: the mail about the move says it all.

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
            -- Assigned from left to right: due_at is the new one here.
            last_registration_id = IF(due_at > UTC_TIMESTAMP(), 0, last_registration_id),
            done_at = IF(due_at > UTC_TIMESTAMP(), NULL, COALESCE(done_at, UTC_TIMESTAMP()))
        WHERE event_id = new.id;
    END IF;
END //

DELIMITER ;
