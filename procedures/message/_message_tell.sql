-- _message_tell: notify both participants of a new message.
--
-- Until the recipient reads it, there is one mail and one notification, however many
-- messages follow.
--
-- Parameters
--   p_actor_id         users.id of the sender
--   p_other_id         users.id of the recipient
--   p_conversation_id  conversations.id
--   p_message_id       messages.id
--   p_verb             message_received or message_requested
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _message_tell;

DELIMITER //

CREATE PROCEDURE _message_tell (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_other_id BIGINT UNSIGNED,
    IN p_conversation_id BIGINT UNSIGNED,
    IN p_message_id BIGINT UNSIGNED,
    IN p_verb VARCHAR(40)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Notify both participants of a new message.'
BEGIN
    DECLARE v_last_read_id BIGINT UNSIGNED;

    SELECT last_read_id INTO v_last_read_id
    FROM conversation_participants
    WHERE user_id = p_other_id AND conversation_id = p_conversation_id;

    -- In the order of ids, so that two writers do not deadlock.
    CALL _live_event(
        LEAST(p_actor_id, p_other_id), 'message', p_conversation_id, p_message_id
    );
    CALL _live_event(
        GREATEST(p_actor_id, p_other_id), 'message', p_conversation_id, p_message_id
    );
    CALL _notify(
        p_actor_id, p_other_id, 'message', p_verb, CONCAT('conversation-', p_conversation_id),
        CONCAT('/messages/', p_conversation_id), NULL, NULL,
        CONCAT('message-', p_conversation_id, '-', p_other_id, '-', v_last_read_id)
    );
END //

DELIMITER ;
