-- unread_notifications_count_of: how many notifications a person has not read yet, to 100.
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
COMMENT 'How many notifications a person has not read yet, to 100.'
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
