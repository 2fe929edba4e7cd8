-- _lookup_job_move: replace a required skill of one job posting.
-- The posting may require the other skill already.
--
-- The caller holds the lock on the posting.
--
-- Parameters
--   p_from_id  skills.id to replace
--   p_into_id  skills.id to keep
--   p_job_id   job_postings.id
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _lookup_job_move;

DELIMITER //

CREATE PROCEDURE _lookup_job_move (
    IN p_from_id BIGINT UNSIGNED,
    IN p_into_id BIGINT UNSIGNED,
    IN p_job_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Replace a required skill of one job posting.'
BEGIN
    DELETE f
    FROM job_posting_skills AS f
    JOIN job_posting_skills AS t
        ON t.job_posting_id = f.job_posting_id AND t.skill_id = p_into_id
    WHERE f.job_posting_id = p_job_id AND f.skill_id = p_from_id;
    UPDATE job_posting_skills SET skill_id = p_into_id
    WHERE job_posting_id = p_job_id AND skill_id = p_from_id;
    CALL _job_terms_write(p_job_id);
END //

DELIMITER ;
