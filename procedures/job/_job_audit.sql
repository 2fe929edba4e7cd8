-- _job_audit: audit what the office does to postings.
--
-- What posters do to their own postings is not audited, but everything that the
-- office does is.
--
-- Parameters
--   p_actor_id  users.id
--   p_action    the procedure
--   p_job_id    job_postings.id
--   p_before    the changed columns before the change
--   p_after     the changed columns after the change
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
COMMENT 'Audit what the office does to postings.'
BEGIN
    DECLARE v_is_own BOOLEAN;

    SELECT COUNT(*) INTO v_is_own
    FROM job_postings
    WHERE id = p_job_id AND poster_id = p_actor_id;
    IF NOT v_is_own OR role_of(p_actor_id) = 'admin' THEN
        CALL _audit(p_actor_id, p_action, 'job_postings', p_job_id, p_before, p_after);
    END IF;
END //

DELIMITER ;
