-- is_job_open: check whether a posting accepts applications at this moment.
--
-- The scheduler closes postings past their deadline once a minute; this rule covers the time
-- between.
--
-- Parameters
--   p_is_listed  job_postings.is_listed: open and not deleted
--   p_closes_at  job_postings.closes_at; NULL: no deadline
-- Returns
--   1 or 0

DROP FUNCTION IF EXISTS is_job_open;

DELIMITER //

CREATE FUNCTION is_job_open(p_is_listed BOOLEAN, p_closes_at DATETIME)
RETURNS BOOLEAN
NOT DETERMINISTIC
NO SQL
SQL SECURITY DEFINER
COMMENT 'Check whether a posting accepts applications at this moment.'
BEGIN
    RETURN p_is_listed AND (p_closes_at IS NULL OR p_closes_at > UTC_TIMESTAMP());
END //

DELIMITER ;
