-- _statistics_count: calculate all statistics, then write them.
--
-- Each count is a non-locking read into a local variable, so that no rows are locked;
-- the result is small and becomes visible only when it is complete.
--
-- Parameters
--   p_generation  from _statistics_claim
-- Result sets
--   none
-- Errors
--   any error of a count; the claim is released

DROP PROCEDURE IF EXISTS _statistics_count;

DELIMITER //

CREATE PROCEDURE _statistics_count (IN p_generation INT UNSIGNED)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Calculate all statistics, then write them.'
BEGIN
    DECLARE v_figures JSON;
    DECLARE v_series JSON DEFAULT JSON_ARRAY();
    DECLARE v_cohorts JSON;
    DECLARE v_outcomes JSON DEFAULT JSON_ARRAY();
    DECLARE v_events JSON;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        UPDATE statistics_snapshots
        SET refreshing_until = NULL
        WHERE id = 1 AND claimed_generation = p_generation;
        RESIGNAL;
    END;

    CALL _figures_count(v_figures);
    CALL _series_count_members(v_series);
    CALL _series_count_activity(v_series);
    CALL _series_count_degrees(v_series);
    CALL _cohorts_count(v_cohorts);
    CALL _outcomes_count(v_outcomes);
    CALL _attendance_count(v_events);
    CALL _statistics_write(
        p_generation, v_figures, v_series, v_cohorts, v_outcomes, v_events
    );
END //

DELIMITER ;
