-- _statistics_refresh: refresh the statistics of home page, dashboard and reports.
--
-- Reads full indexes, which a page must not do: ev_refresh_statistics calls it regularly. If
-- a refresh is already running, there is nothing to do.
--
-- Parameters
--   none
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _statistics_refresh;

DELIMITER //

CREATE PROCEDURE _statistics_refresh ()
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Refresh the statistics of the home page, the office''s dashboard and the reports.'
BEGIN
    DECLARE v_generation INT UNSIGNED;

    CALL _statistics_claim(0, v_generation);
    IF v_generation IS NOT NULL THEN
        CALL _statistics_count(v_generation);
    END IF;
END //

DELIMITER ;
