-- tr_message_update: recount a conversation when a message is taken back, moved or dated otherwise.

DROP TRIGGER IF EXISTS tr_message_update;

DELIMITER //

CREATE TRIGGER tr_message_update
AFTER UPDATE ON messages
FOR EACH ROW
BEGIN
    IF
        old.is_deleted <> new.is_deleted
        OR old.conversation_id <> new.conversation_id
        OR old.sender_id <> new.sender_id
        OR old.sent_at <> new.sent_at
    THEN
        CALL _conversation_recount(
            new.conversation_id,
            old.conversation_id <> new.conversation_id OR old.sent_at <> new.sent_at
        );
        IF old.conversation_id <> new.conversation_id THEN
            CALL _conversation_recount(old.conversation_id, 1);
        END IF;
    END IF;
END //

DELIMITER ;
