-- tr_message_sender_update: refuse a message that moves to another's conversation.

DROP TRIGGER IF EXISTS tr_message_sender_update;

DELIMITER //

CREATE TRIGGER tr_message_sender_update
BEFORE UPDATE ON messages
FOR EACH ROW
BEGIN
    IF old.conversation_id <> new.conversation_id OR old.sender_id <> new.sender_id THEN
        CALL _require_member(new.conversation_id, new.sender_id);
    END IF;
END //

DELIMITER ;
