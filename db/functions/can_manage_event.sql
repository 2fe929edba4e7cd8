-- can_manage_event: check whether a person may edit an event and see its registrations.
-- The single place of this rule.
--
-- Parameters
--   p_actor_id    users.id; NULL: a visitor
--   p_role        role_of(p_actor_id)
--   p_creator_id  events.creator_id
-- Returns
--   1 or 0

DROP FUNCTION IF EXISTS can_manage_event;

DELIMITER //

CREATE FUNCTION can_manage_event(
    p_actor_id BIGINT UNSIGNED,
    p_role VARCHAR(20),
    p_creator_id BIGINT UNSIGNED
)
RETURNS BOOLEAN
DETERMINISTIC
NO SQL
SQL SECURITY DEFINER
COMMENT 'Check whether a person may edit an event and see its registrations.'
BEGIN
    RETURN p_role IS NOT NULL AND (p_role = 'admin' OR p_creator_id <=> p_actor_id);
END //

DELIMITER ;
