-- _message_index: index the words of a message, for one participant or both.
--
-- Parameters
--   p_message_id  messages.id; the caller holds the lock on its conversation
--   p_user_id     users.id of one participant; NULL: both
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _message_index;

DELIMITER //

CREATE PROCEDURE _message_index (
    IN p_message_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Index the words of a message.'
BEGIN
    INSERT INTO message_terms (user_id, term, message_id)
    SELECT
        /*+ JOIN_INDEX(p uq_conversation_participants_conversation_id) */
        p.user_id,
        t.term,
        m.id
    FROM messages AS m
    JOIN conversation_participants AS p ON p.conversation_id = m.conversation_id
    LEFT JOIN message_attachments AS a ON a.message_id = m.id
    JOIN
        JSON_TABLE(
            search_terms_of(CONCAT_WS(' ', m.body, a.file_name), 1),
            '$[*]' COLUMNS (term VARCHAR(40) PATH '$')
        ) AS t
        ON t.term <> ''
    WHERE
        m.id = p_message_id
        AND m.is_deleted = 0
        AND p.user_id = COALESCE(p_user_id, p.user_id)
    -- Terms that are equal in the collation are one term.
    ON DUPLICATE KEY UPDATE message_id = m.id;
END //

DELIMITER ;
