-- tr_participant_update: refuse participants that are not the two of the conversation.

DROP TRIGGER IF EXISTS tr_participant_update;

DELIMITER //

CREATE TRIGGER tr_participant_update
BEFORE UPDATE ON conversation_participants
FOR EACH ROW
BEGIN
    IF
        old.conversation_id <> new.conversation_id
        OR old.user_id <> new.user_id
        OR old.other_id <> new.other_id
    THEN
        CALL _require_member(new.conversation_id, new.user_id);
        CALL _require_member(new.conversation_id, new.other_id);
    END IF;
END //

DELIMITER ;
