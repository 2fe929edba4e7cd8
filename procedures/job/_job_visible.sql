-- _job_visible: refuse a posting that a person may not see.
--
-- Applicants can always see the posting, even if its audience changes.
--
-- Parameters
--   p_actor_id   users.id
--   p_role       the actor's role
--   p_job_id     job_postings.id
--   p_poster_id  users.id of the poster
-- Result sets
--   none
-- Errors
--   45404  no such posting, or the actor may not see it

DROP PROCEDURE IF EXISTS _job_visible;

DELIMITER //

CREATE PROCEDURE _job_visible (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_role VARCHAR(20),
    IN p_job_id BIGINT UNSIGNED,
    OUT p_poster_id BIGINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Refuse a posting that a person may not see.'
BEGIN
    SELECT j.poster_id INTO p_poster_id
    FROM job_postings AS j
    WHERE
        j.id = p_job_id
        AND j.is_deleted = 0
        AND (
            can_see_job(p_actor_id, p_role, j.poster_id, j.target_audience)
            OR EXISTS (
                SELECT 1
                FROM job_applications AS a
                WHERE
                    a.job_posting_id = j.id AND a.applicant_id = p_actor_id AND a.is_deleted = 0
            )
        );
    IF p_poster_id IS NULL THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Job not found.';
    END IF;
END //

DELIMITER ;
