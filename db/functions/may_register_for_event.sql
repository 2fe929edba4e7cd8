-- may_register_for_event: check whether a person belongs to an event's audience.
-- The single place of this rule.
--
-- Creators may always attend their own event; the office only if the audience is everyone.
--
-- Parameters
--   p_actor_id         users.id; NULL: a visitor
--   p_role             role_of(p_actor_id)
--   p_creator_id       events.creator_id
--   p_target_audience  events.target_audience
-- Returns
--   1 or 0

DROP FUNCTION IF EXISTS may_register_for_event;

DELIMITER //

CREATE FUNCTION may_register_for_event(
    p_actor_id BIGINT UNSIGNED,
    p_role VARCHAR(20),
    p_creator_id BIGINT UNSIGNED,
    p_target_audience VARCHAR(20)
)
RETURNS BOOLEAN
DETERMINISTIC
NO SQL
SQL SECURITY DEFINER
COMMENT 'Check whether a person belongs to an event''s audience.'
BEGIN
    RETURN
        p_role IS NOT NULL
        AND (
            p_target_audience = 'all'
            OR p_creator_id <=> p_actor_id
            OR (p_target_audience = 'alumni_only' AND p_role = 'alumni')
            OR (p_target_audience = 'students_only' AND p_role = 'student')
        );
END //

DELIMITER ;
