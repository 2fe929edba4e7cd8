-- _conversation_recount: recount a conversation after one of its messages was changed or deleted.
--
-- Parameters
--   p_conversation_id  conversations.id
--   p_is_redated       1: the newest time may be another one
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _conversation_recount;

DELIMITER //

CREATE PROCEDURE _conversation_recount (
    IN p_conversation_id BIGINT UNSIGNED,
    IN p_is_redated BOOLEAN
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Recount a conversation after one of its messages was changed or deleted.'
BEGIN
    DECLARE v_one_id BIGINT UNSIGNED;
    DECLARE v_two_id BIGINT UNSIGNED;
    DECLARE v_last_message_at DATETIME(6);

    -- Locked first, as by everyone who writes to a conversation.
    SELECT
        user_one_id,
        user_two_id
    INTO v_one_id, v_two_id
    FROM conversations
    WHERE id = p_conversation_id
    FOR UPDATE;
    IF p_is_redated THEN
        SELECT MAX(sent_at) INTO v_last_message_at
        FROM messages
        WHERE conversation_id = p_conversation_id;
        UPDATE conversations
        SET last_message_at = v_last_message_at
        WHERE id = p_conversation_id;
    END IF;
    CALL _participant_recount(p_conversation_id, v_one_id);
    CALL _participant_recount(p_conversation_id, v_two_id);
END //

DELIMITER ;
