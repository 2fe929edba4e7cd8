-- _job_apply_obstacle: find out why a person cannot apply for a posting, if so.
--
-- The single place of this rule: the page shows it, job_apply enforces it.
--
-- Parameters
--   p_actor_id  users.id
--   p_role      the actor's role
--   p_job_id    job_postings.id of a posting that the actor may see
--   p_reason    a sentence; NULL: the person can apply
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _job_apply_obstacle;

DELIMITER //

CREATE PROCEDURE _job_apply_obstacle (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_role VARCHAR(20),
    IN p_job_id BIGINT UNSIGNED,
    OUT p_reason VARCHAR(128)
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Find out why a person cannot apply for a posting, if so.'
BEGIN
    SELECT
        CASE
            WHEN j.poster_id = p_actor_id THEN 'You can''t apply for your own posting.'
            WHEN NOT can_see_job(p_actor_id, p_role, j.poster_id, j.target_audience)
                THEN 'This job is not open to you.'
            WHEN p_role = 'admin' THEN 'Alumni office accounts can''t apply for jobs.'
            WHEN NOT is_job_open(j.is_listed, j.closes_at)
                THEN 'This job is closed.'
            WHEN a.id IS NOT NULL AND NOT is_move_allowed(a.status, 'pending', 'applicant')
                THEN 'You have already applied for this job.'
        END
    INTO p_reason
    FROM job_postings AS j
    LEFT JOIN job_applications AS a
        ON a.job_posting_id = j.id AND a.applicant_id = p_actor_id AND a.is_deleted = 0
    WHERE j.id = p_job_id;
END //

DELIMITER ;
