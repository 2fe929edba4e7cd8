-- is_approval_needed: whether the office must agree before an announcement is there for others.
--
-- Urgent ones of members always wait: they go out to everybody by mail.
--
-- Parameters
--   p_role      role of who posts it
--   p_priority  announcements.priority
-- Returns
--   1 or 0

DROP FUNCTION IF EXISTS is_approval_needed;

DELIMITER //

CREATE FUNCTION is_approval_needed(p_role VARCHAR(20), p_priority VARCHAR(20))
RETURNS BOOLEAN
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Whether the office must agree to an announcement.'
BEGIN
    RETURN
        p_role <> 'admin'
        AND (p_priority = 'urgent' OR setting_of('announcements_require_approval') = '1');
END //

DELIMITER ;
