-- hired_count_of: count the people a posting has hired.
--
-- Parameters
--   p_job_id  job_postings.id
-- Returns
--   a count

DROP FUNCTION IF EXISTS hired_count_of;

DELIMITER //

CREATE FUNCTION hired_count_of(p_job_id BIGINT UNSIGNED)
RETURNS INT UNSIGNED
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Count the people a posting has hired.'
BEGIN
    RETURN (
        SELECT COUNT(*)
        FROM job_applications
        WHERE job_posting_id = p_job_id AND status = 'hired' AND is_deleted = 0
    );
END //

DELIMITER ;
