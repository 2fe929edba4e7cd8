-- unread_since_of: return the time after which unopened announcements count as unread for a person.
--
-- Announcements before the person joined, or too long ago, do not count.
--
-- Parameters
--   p_user_id  users.id
-- Returns
--   UTC; NULL if there is no such account

DROP FUNCTION IF EXISTS unread_since_of;

DELIMITER //

CREATE FUNCTION unread_since_of(p_user_id BIGINT UNSIGNED)
RETURNS DATETIME
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Return the time after which announcements count as unread for a person.'
BEGIN
    RETURN (
        SELECT
            GREATEST(
                created_at,
                UTC_TIMESTAMP() - INTERVAL setting_of('announcements_unread_days') DAY
            )
        FROM users
        WHERE id = p_user_id
    );
END //

DELIMITER ;
