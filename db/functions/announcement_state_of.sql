-- announcement_state_of: return the current state of an announcement.
-- The single place of this rule.
--
-- Uses the time of the question, so that a scheduled one is visible from its second on, whether
-- or not the scheduler has run.
--
-- Parameters
--   p_status      announcements.status
--   p_approval    announcements.approval
--   p_publish_at  announcements.publish_at
--   p_expires_at  announcements.expires_at
-- Returns
--   draft, archived, waiting (for approval), rejected, expired, scheduled, or current: visible to
--   its audience

DROP FUNCTION IF EXISTS announcement_state_of;

DELIMITER //

CREATE FUNCTION announcement_state_of(
    p_status VARCHAR(20),
    p_approval VARCHAR(20),
    p_publish_at DATETIME,
    p_expires_at DATETIME
)
RETURNS VARCHAR(20)
NO SQL
SQL SECURITY DEFINER
COMMENT 'Return the current state of an announcement.'
BEGIN
    RETURN CASE
        WHEN p_status <> 'published' THEN p_status
        WHEN p_approval = 'pending' THEN 'waiting'
        WHEN p_approval = 'rejected' THEN 'rejected'
        WHEN p_expires_at <= UTC_TIMESTAMP() THEN 'expired'
        WHEN p_publish_at > UTC_TIMESTAMP() THEN 'scheduled'
        ELSE 'current'
    END;
END //

DELIMITER ;
