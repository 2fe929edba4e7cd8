-- tr_message_insert: a conversation knows when its last message was sent.
--
-- It is also where a message finds its place: the row of the conversation is held until the
-- message is committed, so that in a conversation ids are in the order of committing.

DROP TRIGGER IF EXISTS tr_message_insert;

DELIMITER //

CREATE TRIGGER tr_message_insert
AFTER INSERT ON messages
FOR EACH ROW
BEGIN
    UPDATE conversations
    SET last_message_at = GREATEST(COALESCE(last_message_at, new.sent_at), new.sent_at)
    WHERE id = new.conversation_id;
END //

DELIMITER ;
