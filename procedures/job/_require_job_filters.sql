-- _require_job_filters: reject filter values that do not exist.
--
-- Parameters
--   p_type   job_postings.job_type; NULL: any
--   p_level  job_postings.experience_level; NULL: any
--   p_sort   newest or relevance; NULL: the better one
-- Result sets
--   none
-- Errors
--   45422  a filter has a value that does not exist

DROP PROCEDURE IF EXISTS _require_job_filters;

DELIMITER //

CREATE PROCEDURE _require_job_filters (
    IN p_type VARCHAR(20),
    IN p_level VARCHAR(20),
    IN p_sort VARCHAR(20)
)
NO SQL
SQL SECURITY DEFINER
COMMENT 'Reject filter values that do not exist.'
BEGIN
    IF p_type NOT IN ('internship', 'full_time', 'part_time', 'contract', 'remote') THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'type: Choose a job type from the list.';
    END IF;
    IF p_level NOT IN ('entry', 'junior', 'mid', 'senior', 'lead') THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'level: Choose an experience level from the list.';
    END IF;
    IF p_sort NOT IN ('newest', 'relevance') THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'sort: Sort by newest or by relevance.';
    END IF;
END //

DELIMITER ;
