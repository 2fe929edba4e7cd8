-- ev_refresh_statistics: count what home page, dashboard and reports show, every five minutes.

DROP EVENT IF EXISTS ev_refresh_statistics;

DELIMITER //

CREATE EVENT ev_refresh_statistics
ON SCHEDULE EVERY 5 MINUTE
COMMENT 'Count what home page, dashboard and reports show.'
DO
BEGIN
    CALL _statistics_refresh();
END //

DELIMITER ;
