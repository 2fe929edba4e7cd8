-- _statistics_claim: the right to count, for one at a time.
--
-- One update of the one row decides: it is locked for that statement only, so that whoever comes
-- second is told at once and does not wait for the whole count. The right ends by itself, should
-- the server stop while it counts; a count that went on beyond that end has an older number than
-- the next one, and _statistics_write leaves it out.
--
-- Parameters
--   p_least_seconds  that must have passed since the last count
--   p_generation     the number of the count that may begin now; NULL: somebody counts already, or
--                    has just done so
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
COMMENT 'The right to count, for one at a time.'
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
