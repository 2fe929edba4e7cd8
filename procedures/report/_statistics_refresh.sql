-- _statistics_refresh: count what the home page, the office's dashboard and the reports show.
--
-- Reads whole indexes, which a page must not: ev_refresh_statistics calls it now and then. Where
-- somebody counts already, nothing is left to do.
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
COMMENT 'Count what the home page, the office''s dashboard and the reports show.'
BEGIN
    DECLARE v_generation INT UNSIGNED;

    CALL _statistics_claim(0, v_generation);
    IF v_generation IS NOT NULL THEN
        CALL _statistics_count(v_generation);
    END IF;
END //

DELIMITER ;
