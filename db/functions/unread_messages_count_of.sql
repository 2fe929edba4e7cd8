-- unread_messages_count_of: count a person's conversations with unread messages, up to 100.
--
-- Parameters
--   p_user_id  users.id
-- Returns
--   0 to 100

DROP FUNCTION IF EXISTS unread_messages_count_of;

DELIMITER //

CREATE FUNCTION unread_messages_count_of(p_user_id BIGINT UNSIGNED)
RETURNS TINYINT UNSIGNED
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Count a person''s conversations with unread messages, up to 100.'
BEGIN
    RETURN (
        SELECT COUNT(*)
        FROM (
            SELECT 1
            FROM conversation_participants FORCE INDEX (ix_conversation_participants_is_unread)
            WHERE user_id = p_user_id AND is_unread = 1 AND folder = 'inbox'
            LIMIT 100
        ) AS u
    );
END //

DELIMITER ;
