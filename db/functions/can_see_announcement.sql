-- can_see_announcement: check whether a person may see an announcement.
-- The single place of this rule.
--
-- The office sees all, authors see their own; others see current ones for their audience.
--
-- Parameters
--   p_actor_id         users.id
--   p_role             role_of(p_actor_id)
--   p_author_id        announcements.author_id
--   p_target_audience  announcements.target_audience
--   p_state            from announcement_state_of()
-- Returns
--   1 or 0

DROP FUNCTION IF EXISTS can_see_announcement;

DELIMITER //

CREATE FUNCTION can_see_announcement(
    p_actor_id BIGINT UNSIGNED,
    p_role VARCHAR(20),
    p_author_id BIGINT UNSIGNED,
    p_target_audience VARCHAR(20),
    p_state VARCHAR(20)
)
RETURNS BOOLEAN
DETERMINISTIC
NO SQL
SQL SECURITY DEFINER
COMMENT 'Check whether a person may see an announcement.'
BEGIN
    RETURN p_role IS NOT NULL AND (
        p_role = 'admin'
        OR p_author_id = p_actor_id
        OR (
            p_state = 'current'
            AND (
                p_target_audience = 'all'
                OR (p_role = 'alumni' AND p_target_audience = 'alumni_only')
                OR (p_role = 'student' AND p_target_audience = 'students_only')
            )
        )
    );
END //

DELIMITER ;
