-- can_see_job: check whether a person may see a posting. The single place of this rule.
--
-- The office sees all, posters see their own; otherwise the posting's audience decides.
--
-- Parameters
--   p_actor_id         users.id; NULL: a visitor
--   p_role             role_of(p_actor_id)
--   p_poster_id        job_postings.poster_id
--   p_target_audience  job_postings.target_audience
-- Returns
--   1 or 0

DROP FUNCTION IF EXISTS can_see_job;

DELIMITER //

CREATE FUNCTION can_see_job(
    p_actor_id BIGINT UNSIGNED,
    p_role VARCHAR(20),
    p_poster_id BIGINT UNSIGNED,
    p_target_audience VARCHAR(20)
)
RETURNS BOOLEAN
DETERMINISTIC
NO SQL
SQL SECURITY DEFINER
COMMENT 'Check whether a person may see a posting.'
BEGIN
    RETURN
        p_target_audience = 'all'
        OR p_role <=> 'admin'
        OR p_poster_id <=> p_actor_id
        OR (p_role <=> 'alumni' AND p_target_audience = 'alumni_only')
        OR (p_role <=> 'student' AND p_target_audience = 'students_only');
END //

DELIMITER ;
