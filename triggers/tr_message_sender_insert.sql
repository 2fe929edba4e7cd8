-- tr_message_sender_insert: refuse a message of a person outside its conversation.

DROP TRIGGER IF EXISTS tr_message_sender_insert;

DELIMITER //

CREATE TRIGGER tr_message_sender_insert
BEFORE INSERT ON messages
FOR EACH ROW
BEGIN
    CALL _require_member(new.conversation_id, new.sender_id);
END //

DELIMITER ;
