-- ev_complete_events: complete events that have ended, every ten minutes.

DROP EVENT IF EXISTS ev_complete_events;

DELIMITER //

CREATE EVENT ev_complete_events
ON SCHEDULE EVERY 10 MINUTE
COMMENT 'Complete events that have ended.'
DO
BEGIN
    CALL events_complete_due(NULL, NULL);
END //

DELIMITER ;
