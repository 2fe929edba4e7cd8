-- ev_remind_registered: send reminders of upcoming events to everyone with a seat, every minute.

DROP EVENT IF EXISTS ev_remind_registered;

DELIMITER //

CREATE EVENT ev_remind_registered
ON SCHEDULE EVERY 1 MINUTE
COMMENT 'Send reminders of upcoming events.'
DO
BEGIN
    CALL event_reminders_send(NULL, NULL, NULL);
END //

DELIMITER ;
