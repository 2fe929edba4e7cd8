-- unread_since_of: from when on announcements that a person has not opened count as unread.
--
-- What was announced before they came, or so long ago that nobody looks for it, is no news.
--
-- Parameters
--   p_user_id  users.id
-- Returns
--   UTC; NULL where there is no such account

DROP FUNCTION IF EXISTS unread_since_of;

DELIMITER //

CREATE FUNCTION unread_since_of(p_user_id BIGINT UNSIGNED)
RETURNS DATETIME
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'From when on announcements count as unread for a person.'
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
