-- unread_notifications_count_of: count a person's unread notifications, up to 100.
--
-- Parameters
--   p_user_id  users.id
-- Returns
--   0 to 100

DROP FUNCTION IF EXISTS unread_notifications_count_of;

DELIMITER //

CREATE FUNCTION unread_notifications_count_of(p_user_id BIGINT UNSIGNED)
RETURNS TINYINT UNSIGNED
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Count a person''s unread notifications, up to 100.'
BEGIN
    RETURN (
        SELECT COUNT(*)
        FROM (
            SELECT 1
            FROM notifications FORCE INDEX (ix_notifications_recipient_id_is_unread)
            WHERE recipient_id = p_user_id AND is_unread = 1
            LIMIT 100
        ) AS u
    );
END //

DELIMITER ;
