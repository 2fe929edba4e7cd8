-- can_see_event: whether an event is for a person's eyes.
--
-- Parameters
--   p_actor_id    users.id; NULL: a visitor
--   p_role        the actor's role; NULL: a visitor
--   p_creator_id  events.creator_id
--   p_visibility  events.visibility
--   p_status      events.status
-- Returns
--   1 or 0

DROP FUNCTION IF EXISTS can_see_event;

DELIMITER //

CREATE FUNCTION can_see_event(
    p_actor_id BIGINT UNSIGNED,
    p_role VARCHAR(20),
    p_creator_id BIGINT UNSIGNED,
    p_visibility VARCHAR(20),
    p_status VARCHAR(20)
)
RETURNS BOOLEAN
DETERMINISTIC
NO SQL
SQL SECURITY DEFINER
COMMENT 'Whether an event is for a person''s eyes.'
BEGIN
    RETURN
        p_role <=> 'admin'
        OR p_creator_id <=> p_actor_id
        OR (
            p_status <> 'draft'
            AND (
                p_visibility = 'public'
                OR (p_visibility = 'all' AND p_role IS NOT NULL)
                OR (p_role <=> 'alumni' AND p_visibility = 'alumni_only')
                OR (p_role <=> 'student' AND p_visibility = 'students_only')
            )
        );
END //

DELIMITER ;
