-- _jobs_close_due: close postings whose deadline has passed.
--
-- Parameters
--   none
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _jobs_close_due;

DELIMITER //

CREATE PROCEDURE _jobs_close_due ()
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Close postings whose deadline has passed.'
BEGIN
    -- In batches of a thousand, so that locks are short; the next minute closes the rest.
    UPDATE job_postings
    SET status = 'closed', closed_at = closes_at, closed_reason = 'deadline'
    WHERE status = 'open' AND closes_at <= UTC_TIMESTAMP()
    ORDER BY closes_at
    LIMIT 1000;
END //

DELIMITER ;
