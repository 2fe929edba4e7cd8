-- tr_message_removal_delete: recount what a person sees of a conversation who restores a message.

DROP TRIGGER IF EXISTS tr_message_removal_delete;

DELIMITER //

CREATE TRIGGER tr_message_removal_delete
AFTER DELETE ON message_removals
FOR EACH ROW
BEGIN
    CALL _removal_recount(old.message_id, old.user_id);
END //

DELIMITER ;
