-- _job_close_filled: close a posting after all its openings are filled.
--
-- Parameters
--   p_actor_id  users.id of the person whose action filled it
--   p_job_id    job_postings.id, locked by the caller
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _job_close_filled;

DELIMITER //

CREATE PROCEDURE _job_close_filled (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_job_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Close a posting after all its openings are filled.'
BEGIN
    UPDATE job_postings
    SET
        status = 'closed',
        closed_at = UTC_TIMESTAMP(),
        closed_reason = 'filled',
        updated_by = p_actor_id
    WHERE id = p_job_id AND status = 'open' AND hired_count_of(id) >= vacancies;
END //

DELIMITER ;
