-- _message_rows: read messages as a conversation shows them.
--
-- Parameters
--   p_actor_id  users.id of the reader, a participant
--   p_ids       JSON array of messages.id; NULL: none
-- Result sets
--   messages (many)  as in conversation_read
-- Errors
--   none

DROP PROCEDURE IF EXISTS _message_rows;

DELIMITER //

CREATE PROCEDURE _message_rows (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_ids JSON
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read messages as a conversation shows them. | messages: many'
BEGIN
    DECLARE v_since DATETIME(6)
    DEFAULT UTC_TIMESTAMP(6) - INTERVAL setting_of('chat_take_back_minutes') MINUTE;

    SELECT
        m.id,
        m.sender_id,
        m.sent_at,
        m.is_deleted,
        a.id AS attachment_id,
        a.file_name AS attachment_name,
        f.media_type AS attachment_type,
        f.byte_size AS attachment_size,
        m.sender_id = p_actor_id AS is_mine,
        IF(m.is_deleted, NULL, m.body) AS body,
        m.sender_id = p_actor_id AND m.is_deleted = 0 AND m.sent_at > v_since AS can_take_back
    FROM
        JSON_TABLE(
            COALESCE(p_ids, JSON_ARRAY()), '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')
        ) AS k
    JOIN messages AS m ON m.id = k.id
    LEFT JOIN message_attachments AS a ON a.message_id = m.id AND m.is_deleted = 0
    LEFT JOIN media_files AS f ON f.id = a.media_file_id
    ORDER BY m.id;
END //

DELIMITER ;
