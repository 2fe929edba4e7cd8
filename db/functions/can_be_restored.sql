-- can_be_restored: check whether deleted content can still be restored: for 30 days.
--
-- Accounts have their own period: restorable_until_of.
--
-- Parameters
--   p_deleted_at  UTC; time of deletion
-- Returns
--   1: yes; 0: too late; NULL for NULL

DROP FUNCTION IF EXISTS can_be_restored;

DELIMITER //

CREATE FUNCTION can_be_restored(p_deleted_at DATETIME)
RETURNS BOOLEAN
NO SQL
SQL SECURITY DEFINER
COMMENT 'Check whether deleted content can still be restored.'
BEGIN
    RETURN p_deleted_at > UTC_TIMESTAMP() - INTERVAL 30 DAY;
END //

DELIMITER ;
