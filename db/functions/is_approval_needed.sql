-- is_approval_needed: check whether an announcement needs the office's approval.
--
-- Members' urgent ones always do: they are mailed to everyone.
--
-- Parameters
--   p_role      role of the author
--   p_priority  announcements.priority
-- Returns
--   1 or 0

DROP FUNCTION IF EXISTS is_approval_needed;

DELIMITER //

CREATE FUNCTION is_approval_needed(p_role VARCHAR(20), p_priority VARCHAR(20))
RETURNS BOOLEAN
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Check whether an announcement needs the office''s approval.'
BEGIN
    RETURN
        p_role <> 'admin'
        AND (p_priority = 'urgent' OR setting_of('announcements_require_approval') = '1');
END //

DELIMITER ;
