-- tr_participant_insert: refuse participants that are not the two of the conversation.

DROP TRIGGER IF EXISTS tr_participant_insert;

DELIMITER //

CREATE TRIGGER tr_participant_insert
BEFORE INSERT ON conversation_participants
FOR EACH ROW
BEGIN
    CALL _require_member(new.conversation_id, new.user_id);
    CALL _require_member(new.conversation_id, new.other_id);
END //

DELIMITER ;
