-- tr_message_removal_insert: recount what a person sees of a conversation who removes a message.

DROP TRIGGER IF EXISTS tr_message_removal_insert;

DELIMITER //

CREATE TRIGGER tr_message_removal_insert
AFTER INSERT ON message_removals
FOR EACH ROW
BEGIN
    CALL _removal_recount(new.message_id, new.user_id);
END //

DELIMITER ;
