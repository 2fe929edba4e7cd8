-- ev_refresh_statistics: count what the home page shows, every five minutes.

DROP EVENT IF EXISTS ev_refresh_statistics;

DELIMITER //

CREATE EVENT ev_refresh_statistics
ON SCHEDULE EVERY 5 MINUTE
COMMENT 'Count what the home page shows.'
DO
BEGIN
    CALL _statistics_refresh();
END //

DELIMITER ;
