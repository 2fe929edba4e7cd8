-- ev_refresh_statistics: refresh the statistics of home page, dashboard and reports.
-- Runs every five minutes.

DROP EVENT IF EXISTS ev_refresh_statistics;

DELIMITER //

CREATE EVENT ev_refresh_statistics
ON SCHEDULE EVERY 5 MINUTE
COMMENT 'Refresh the statistics of home page, dashboard and reports.'
DO
BEGIN
    CALL _statistics_refresh();
END //

DELIMITER ;
