-- _job_walk_floor: find where a chunk of a scan of the newest postings ends.
--
-- Parameters
--   p_from   the chunk is below this id
--   p_chunk  number of listed postings in the chunk
--   p_floor  the lowest id of the chunk; NULL: none below p_from
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _job_walk_floor;

DELIMITER //

CREATE PROCEDURE _job_walk_floor (
    IN p_from BIGINT UNSIGNED,
    IN p_chunk INT UNSIGNED,
    OUT p_floor BIGINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Find where a chunk of a scan of the newest postings ends.'
BEGIN
    SELECT MIN(w.id) INTO p_floor
    FROM (
        SELECT j.id
        FROM job_postings AS j FORCE INDEX (ix_job_postings_is_listed_id)
        WHERE j.is_listed = 1 AND j.id < p_from
        ORDER BY j.id DESC
        LIMIT p_chunk
    ) AS w;
END //

DELIMITER ;
