-- _statistics_claim: claim the right to refresh the statistics, for one call at a time.
--
-- One UPDATE of the one row decides: it is locked for that statement only, so that a concurrent
-- call is refused immediately and does not wait for the whole refresh. The claim expires, in case
-- the server stops during a refresh; a refresh that continues after that has an older generation
-- than the next one, and _statistics_write ignores it.
--
-- Parameters
--   p_least_seconds  minimum time since the last refresh
--   p_generation     generation of the refresh that may start; NULL: a refresh is running, or
--                    has just finished
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _statistics_claim;

DELIMITER //

CREATE PROCEDURE _statistics_claim (
    IN p_least_seconds INT UNSIGNED,
    OUT p_generation INT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Claim the right to refresh the statistics, for one call at a time.'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();

    SET p_generation = NULL;
    UPDATE statistics_snapshots
    SET
        refreshing_until = v_now + INTERVAL 10 MINUTE,
        claimed_generation = claimed_generation + 1
    WHERE
        id = 1
        AND (refreshing_until IS NULL OR refreshing_until <= v_now)
        AND (refreshed_at IS NULL OR refreshed_at <= v_now - INTERVAL p_least_seconds SECOND);
    IF ROW_COUNT() = 1 THEN
        SELECT claimed_generation INTO p_generation
        FROM statistics_snapshots;
    END IF;
END //

DELIMITER ;
