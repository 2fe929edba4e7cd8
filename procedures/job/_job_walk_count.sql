-- _job_walk_count: count the matches of a search with common conditions, up to a limit.
--
-- Among the newest thousand, up to 200: more than a person reads.
--
-- Parameters
--   p_count      0 to 200
--   p_is_capped  1: there may be more
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _job_walk_count;

DELIMITER //

CREATE PROCEDURE _job_walk_count (
    OUT p_count INT UNSIGNED,
    OUT p_is_capped BOOLEAN
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Count the matches of a search with common conditions, up to a limit.'
BEGIN
    SET @job_from = ~0;
    CALL _job_walk_floor(@job_from, 1000, @job_floor);
    SET @job_statement = CONCAT(
        'SELECT COUNT(*) INTO @job_count FROM (SELECT 1', @job_listed, ' LIMIT 200) AS c'
    );
    PREPARE counted FROM @job_statement;
    EXECUTE counted;
    DEALLOCATE PREPARE counted;
    SET
    p_count = COALESCE(@job_count, 0),
    p_is_capped = COALESCE(@job_count, 0) = 200 OR EXISTS (
        SELECT 1 FROM job_postings
        WHERE is_listed = 1 AND id < @job_floor
    );
END //

DELIMITER ;
