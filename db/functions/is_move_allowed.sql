-- is_move_allowed: check whether an application may change from one status to another.
--
-- The workflow is data, in job_application_moves.
--
-- Parameters
--   p_from   job_applications.status
--   p_to     the new status
--   p_mover  who changes it: poster or applicant
-- Returns
--   1 or 0

DROP FUNCTION IF EXISTS is_move_allowed;

DELIMITER //

CREATE FUNCTION is_move_allowed(
    p_from VARCHAR(20),
    p_to VARCHAR(20),
    p_mover VARCHAR(20)
)
RETURNS BOOLEAN
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Check whether an application may change from one status to another.'
BEGIN
    RETURN EXISTS (
        SELECT 1
        FROM job_application_moves
        WHERE from_status = p_from AND to_status = p_to AND mover = p_mover
    );
END //

DELIMITER ;
