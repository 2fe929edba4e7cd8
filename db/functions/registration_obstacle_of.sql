-- registration_obstacle_of: say why nobody can register for an event at this moment, if so.
--
-- The single place of this rule: the page shows it, event_register enforces it. The audience is
-- checked by may_register_for_event.
--
-- Parameters
--   p_status        events.status
--   p_ends_at       events.ends_at
--   p_closes_at     events.closes_at
--   p_is_suspended  events.is_suspended
-- Returns
--   a sentence; NULL: no obstacle

DROP FUNCTION IF EXISTS registration_obstacle_of;

DELIMITER //

CREATE FUNCTION registration_obstacle_of(
    p_status VARCHAR(20),
    p_ends_at DATETIME,
    p_closes_at DATETIME,
    p_is_suspended BOOLEAN
)
RETURNS VARCHAR(128)
NOT DETERMINISTIC
NO SQL
SQL SECURITY DEFINER
COMMENT 'Say why nobody can register for an event at this moment, if so.'
BEGIN
    RETURN CASE
        WHEN p_status = 'draft' THEN 'This event is not published yet.'
        WHEN p_status = 'cancelled' THEN 'This event was cancelled.'
        WHEN p_status = 'completed' OR p_ends_at <= UTC_TIMESTAMP() THEN 'This event is over.'
        WHEN p_is_suspended OR p_closes_at <= UTC_TIMESTAMP() THEN 'Registration is closed.'
    END;
END //

DELIMITER ;
