-- can_be_restored: whether what people have deleted can still come back: for 30 days.
--
-- Accounts have a time of their own: restorable_until_of.
--
-- Parameters
--   p_deleted_at  UTC; when it was deleted
-- Returns
--   1: it can; 0: too late; NULL for NULL

DROP FUNCTION IF EXISTS can_be_restored;

DELIMITER //

CREATE FUNCTION can_be_restored(p_deleted_at DATETIME)
RETURNS BOOLEAN
NO SQL
SQL SECURITY DEFINER
COMMENT 'Whether what people have deleted can still come back.'
BEGIN
    RETURN p_deleted_at > UTC_TIMESTAMP() - INTERVAL 30 DAY;
END //

DELIMITER ;
