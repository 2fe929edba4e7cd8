-- _message_write: add a message to a conversation that the caller has locked.
--
-- The sender has read everything before it; the other participant has one more unread message, and
-- an archived conversation returns to their inbox.
--
-- Parameters
--   p_actor_id         users.id of the sender
--   p_other_id         users.id of the recipient
--   p_conversation_id  conversations.id
--   p_body             text; NULL: only a file
--   p_attachment       a file; NULL: none
--   p_attachment_name  the sender's name for the file
--   p_message_id       messages.id
-- Result sets
--   none
-- Errors
--   45413  the file is too large
--   45422  the file is not allowed

DROP PROCEDURE IF EXISTS _message_write;

DELIMITER //

CREATE PROCEDURE _message_write (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_other_id BIGINT UNSIGNED,
    IN p_conversation_id BIGINT UNSIGNED,
    IN p_body MEDIUMTEXT,
    IN p_attachment LONGBLOB,
    IN p_attachment_name VARCHAR(255),
    OUT p_message_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Add a message to a conversation that the caller has locked.'
BEGIN
    INSERT INTO messages (conversation_id, sender_id, body, sent_at)
    VALUES (p_conversation_id, p_actor_id, COALESCE(p_body, ''), UTC_TIMESTAMP(6));
    SET p_message_id = LAST_INSERT_ID();
    CALL _attachment_store(p_actor_id, p_message_id, p_attachment, p_attachment_name);

    CALL _message_index(p_message_id, NULL);

    UPDATE conversation_participants
    SET
        last_read_id = p_message_id,
        receipt_id = IF(has_message_receipts(p_actor_id), p_message_id, receipt_id),
        unread_count = 0,
        folder = 'inbox'
    WHERE user_id = p_actor_id AND conversation_id = p_conversation_id;
    UPDATE conversation_participants
    SET folder = 'inbox'
    WHERE user_id = p_other_id AND conversation_id = p_conversation_id AND folder = 'archive';
END //

DELIMITER ;
