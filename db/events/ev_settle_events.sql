-- ev_settle_events: expire seat offers and offer the seats to the waiting list, every minute.

DROP EVENT IF EXISTS ev_settle_events;

DELIMITER //

CREATE EVENT ev_settle_events
ON SCHEDULE EVERY 1 MINUTE
COMMENT 'Expire seat offers and offer the seats to the waiting list.'
DO
BEGIN
    CALL events_settle(NULL, NULL);
END //

DELIMITER ;
