-- can_manage_job: check whether a person may edit a posting and manage its applicants.
-- The single place of this rule.
--
-- Parameters
--   p_actor_id   users.id; NULL: a visitor
--   p_role       role_of(p_actor_id)
--   p_poster_id  job_postings.poster_id
-- Returns
--   1 or 0

DROP FUNCTION IF EXISTS can_manage_job;

DELIMITER //

CREATE FUNCTION can_manage_job(
    p_actor_id BIGINT UNSIGNED,
    p_role VARCHAR(20),
    p_poster_id BIGINT UNSIGNED
)
RETURNS BOOLEAN
DETERMINISTIC
NO SQL
SQL SECURITY DEFINER
COMMENT 'Check whether a person may edit a posting and manage its applicants.'
BEGIN
    RETURN p_role IS NOT NULL AND (p_role = 'admin' OR p_poster_id <=> p_actor_id);
END //

DELIMITER ;
