-- tr_event_schedule_insert: create the default reminders of an event.

DROP TRIGGER IF EXISTS tr_event_schedule_insert;

DELIMITER //

CREATE TRIGGER tr_event_schedule_insert
AFTER INSERT ON events
FOR EACH ROW
BEGIN
    CALL _event_reminders_write(
        new.created_by, new.id, new.starts_at, setting_of('event_reminder_hours')
    );
END //

DELIMITER ;
