-- restorable_until_of: return until when a deleted account can be restored; then it may be erased.
--
-- Parameters
--   p_deleted_at  users.deleted_at
-- Returns
--   a time in UTC; NULL for NULL

DROP FUNCTION IF EXISTS restorable_until_of;

DELIMITER //

CREATE FUNCTION restorable_until_of(p_deleted_at DATETIME)
RETURNS DATETIME
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Return until when a deleted account can be restored.'
BEGIN
    RETURN p_deleted_at + INTERVAL setting_of('restore_days') DAY;
END //

DELIMITER ;
