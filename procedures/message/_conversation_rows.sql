-- _conversation_rows: read conversations as the inbox shows them.
--
-- Parameters
--   p_actor_id  users.id of a participant
--   p_ids       JSON array of conversations.id of the actor's; NULL: none
-- Result sets
--   conversations (many)  as in conversation_list
-- Errors
--   none

DROP PROCEDURE IF EXISTS _conversation_rows;

DELIMITER //

CREATE PROCEDURE _conversation_rows (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_ids JSON
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read conversations as the inbox shows them. | conversations: many'
BEGIN
    SELECT
        p.conversation_id AS id,
        p.other_id,
        c.state,
        p.unread_count,
        m.is_deleted,
        m.sent_at,
        a.file_name AS attachment_name,
        name_of(p.other_id) AS name,
        photo_of(p_actor_id, p.other_id) AS photo,
        c.created_by <=> p_actor_id AS is_asker,
        m.sender_id <=> p_actor_id AS is_mine,
        IF(m.is_deleted, NULL, LEFT(m.body, 160)) AS excerpt
    FROM
        JSON_TABLE(
            COALESCE(p_ids, JSON_ARRAY()), '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')
        ) AS k
    JOIN conversation_participants AS p
        ON p.user_id = p_actor_id AND p.conversation_id = k.id
    JOIN conversations AS c ON c.id = p.conversation_id
    LEFT JOIN messages AS m ON m.id = p.last_message_id
    LEFT JOIN message_attachments AS a ON a.message_id = m.id AND m.is_deleted = 0
    ORDER BY p.last_message_id DESC;
END //

DELIMITER ;
