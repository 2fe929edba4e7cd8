-- tr_message_insert: store the last message in its conversation, and count it as unread.
--
-- This also orders messages: the row of the conversation is locked until the
-- message is committed, so that within a conversation ids are in commit order.

DROP TRIGGER IF EXISTS tr_message_insert;

DELIMITER //

CREATE TRIGGER tr_message_insert
AFTER INSERT ON messages
FOR EACH ROW
BEGIN
    UPDATE conversations
    SET last_message_at = GREATEST(COALESCE(last_message_at, new.sent_at), new.sent_at)
    WHERE id = new.conversation_id;
    UPDATE conversation_participants
    SET
        last_message_id = GREATEST(COALESCE(last_message_id, 0), new.id),
        unread_count = unread_count
        + (user_id <> new.sender_id AND new.is_deleted = 0 AND new.id > last_read_id)
    WHERE conversation_id = new.conversation_id;
END //

DELIMITER ;
