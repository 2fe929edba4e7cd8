-- _job_audit: write down what the office does to somebody else's posting.
--
-- What posters do to their own postings is their own business and is not audited.
--
-- Parameters
--   p_actor_id  users.id
--   p_action    the procedure
--   p_job_id    job_postings.id
--   p_before    the changed columns as they were
--   p_after     the changed columns as they are
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _job_audit;

DELIMITER //

CREATE PROCEDURE _job_audit (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_action VARCHAR(64),
    IN p_job_id BIGINT UNSIGNED,
    IN p_before JSON,
    IN p_after JSON
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Write down what the office does to somebody else''s posting.'
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM job_postings
        WHERE id = p_job_id AND poster_id = p_actor_id
    ) THEN
        CALL _audit(p_actor_id, p_action, 'job_postings', p_job_id, p_before, p_after);
    END IF;
END //

DELIMITER ;
