-- can_see_announcement: whether an announcement is for a person's eyes. The one rule of that.
--
-- The office sees everything, authors see their own; everybody else what is current and for them.
--
-- Parameters
--   p_actor_id         users.id
--   p_role             role_of(p_actor_id)
--   p_author_id        announcements.author_id
--   p_target_audience  announcements.target_audience
--   p_state            announcement_state_of() it
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
COMMENT 'Whether an announcement is for a person''s eyes.'
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
