-- _message_take_back: unsend a message: remove its text and file.
--
-- The caller holds the lock on the conversation; for the office, nobody else acts on it.
--
-- Parameters
--   p_actor_id    users.id of the sender, or of an admin
--   p_message_id  messages.id
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _message_take_back;

DELIMITER //

CREATE PROCEDURE _message_take_back (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_message_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Unsend a message.'
BEGIN
    DECLARE v_conversation_id BIGINT UNSIGNED;
    DECLARE v_one_id BIGINT UNSIGNED;
    DECLARE v_two_id BIGINT UNSIGNED;

    -- Locked, so that no read is older than the lock on the conversation.
    SELECT conversation_id INTO v_conversation_id
    FROM messages
    WHERE id = p_message_id
    FOR SHARE;
    SELECT
        user_one_id,
        user_two_id
    INTO v_one_id, v_two_id
    FROM conversations
    WHERE id = v_conversation_id
    FOR UPDATE;
    UPDATE messages
    SET is_deleted = 1, deleted_at = UTC_TIMESTAMP(), updated_by = p_actor_id
    WHERE id = p_message_id AND is_deleted = 0;
    DELETE FROM message_terms
    WHERE message_id = p_message_id;
    CALL _live_event(v_one_id, 'removal', v_conversation_id, p_message_id);
    CALL _live_event(v_two_id, 'removal', v_conversation_id, p_message_id);
END //

DELIMITER ;
