-- ev_remind_registered: remind everybody who has a seat of what is near, every minute.

DROP EVENT IF EXISTS ev_remind_registered;

DELIMITER //

CREATE EVENT ev_remind_registered
ON SCHEDULE EVERY 1 MINUTE
COMMENT 'Remind everybody who has a seat of what is near.'
DO
BEGIN
    CALL event_reminders_send(NULL, NULL, NULL);
END //

DELIMITER ;
