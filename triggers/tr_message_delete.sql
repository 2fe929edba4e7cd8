-- tr_message_delete: recount a conversation when a message is deleted.

DROP TRIGGER IF EXISTS tr_message_delete;

DELIMITER //

CREATE TRIGGER tr_message_delete
AFTER DELETE ON messages
FOR EACH ROW
BEGIN
    CALL _conversation_recount(old.conversation_id, 1);
END //

DELIMITER ;
