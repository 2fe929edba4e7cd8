-- ev_settle_events: let offers of seats lapse and offer them to the next in the line, every minute.

DROP EVENT IF EXISTS ev_settle_events;

DELIMITER //

CREATE EVENT ev_settle_events
ON SCHEDULE EVERY 1 MINUTE
COMMENT 'Let offers of seats lapse and offer them to the next in the line.'
DO
BEGIN
    CALL events_settle(NULL, NULL);
END //

DELIMITER ;
