-- message_reply: send a message in a conversation.
--
-- Parameters
--   p_actor_id         users.id of one participant
--   p_conversation_id  conversations.id
--   p_message          as in message_send, like all that follow
--   p_attachment       a file; NULL: none
--   p_attachment_name  the sender's name for the file
--   p_idempotency_key  created with the form; NULL: none
-- Result sets
--   message (one)  id, conversation_id, state
-- Errors
--   45401  not signed in
--   45403  one of them has blocked the other, or the recipient has declined
--   45404  no such conversation of the actor, or the other account is inactive
--   45409  the request has no reply yet
--   45413  the file is too large
--   45422  invalid value
--   45429  too many messages in a minute
-- Example
--   CALL message_reply(3, 0, 'Thank you!', NULL, NULL, NULL);  -- refused: 45404

DROP PROCEDURE IF EXISTS message_reply;

DELIMITER //

CREATE PROCEDURE message_reply (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_conversation_id BIGINT UNSIGNED,
    IN p_message MEDIUMTEXT,
    IN p_attachment LONGBLOB,
    IN p_attachment_name VARCHAR(255),
    IN p_idempotency_key VARCHAR(64)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Send a message in a conversation. | message: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_other_id BIGINT UNSIGNED;

    CALL _require_actor(p_actor_id, v_role);
    -- The participants never change.
    SELECT other_id INTO v_other_id
    FROM conversation_participants
    WHERE user_id = p_actor_id AND conversation_id = p_conversation_id;
    IF v_other_id IS NULL THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Conversation not found.';
    END IF;
    CALL message_send(
        p_actor_id, v_other_id, p_message, p_attachment, p_attachment_name, p_idempotency_key
    );
END //

DELIMITER ;
