-- _participant_recount: recount what one participant sees of a conversation.
--
-- For rare cases: a message is unsent or removed. Reads only the unread messages
-- and the newest removed ones. The caller holds the lock on the conversation.
--
-- Parameters
--   p_conversation_id  conversations.id
--   p_user_id          users.id of a participant
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _participant_recount;

DELIMITER //

CREATE PROCEDURE _participant_recount (
    IN p_conversation_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Recount what one participant sees of a conversation.'
BEGIN
    DECLARE v_last_id BIGINT UNSIGNED;
    DECLARE v_unread_count INT UNSIGNED;

    SELECT m.id INTO v_last_id
    FROM messages AS m
    LEFT JOIN message_removals AS r ON r.message_id = m.id AND r.user_id = p_user_id
    WHERE m.conversation_id = p_conversation_id AND r.message_id IS NULL
    ORDER BY m.conversation_id DESC, m.id DESC
    LIMIT 1;

    SELECT COUNT(*) INTO v_unread_count
    FROM conversation_participants AS p
    JOIN messages AS m ON m.conversation_id = p.conversation_id AND m.id > p.last_read_id
    LEFT JOIN message_removals AS r ON r.message_id = m.id AND r.user_id = p_user_id
    WHERE
        p.user_id = p_user_id
        AND p.conversation_id = p_conversation_id
        AND m.sender_id <> p_user_id
        AND m.is_deleted = 0
        AND r.message_id IS NULL;

    UPDATE conversation_participants
    SET last_message_id = v_last_id, unread_count = v_unread_count
    WHERE user_id = p_user_id AND conversation_id = p_conversation_id;
END //

DELIMITER ;
