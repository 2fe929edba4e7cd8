-- can_see_event: check whether a person may see an event. The single place of this rule.
--
-- The office sees all, creators see their own, and nobody else sees a draft; otherwise the
-- event's visibility decides. People with a part in an event can always see it:
-- has_part_in_event.
--
-- Parameters
--   p_actor_id    users.id; NULL: a visitor
--   p_role        role_of(p_actor_id)
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
COMMENT 'Check whether a person may see an event.'
BEGIN
    RETURN
        can_manage_event(p_actor_id, p_role, p_creator_id)
        OR (
            p_status <> 'draft'
            AND (
                p_visibility = 'public'
                OR (p_visibility = 'all' AND p_role IS NOT NULL)
                OR (p_visibility = 'alumni_only' AND p_role <=> 'alumni')
                OR (p_visibility = 'students_only' AND p_role <=> 'student')
            )
        );
END //

DELIMITER ;
