-- message_reply: write into a conversation.
--
-- Parameters
--   p_actor_id         users.id of one of the two
--   p_conversation_id  conversations.id
--   p_message          as in message_send, like all that follow
--   p_attachment       a file; NULL: none
--   p_attachment_name  as the sender calls the file
--   p_idempotency_key  made with the form; NULL: none
-- Result sets
--   message (one)  id, conversation_id, state
-- Errors
--   45401  nobody is signed in
--   45403  one of the two has blocked the other, or the recipient has declined
--   45404  no such conversation of the actor's, or the other one's account does not act any more
--   45409  the request waits for an answer
--   45413  the file is too large
--   45422  a value is unacceptable
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
COMMENT 'Write into a conversation. | message: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_other_id BIGINT UNSIGNED;

    CALL _require_actor(p_actor_id, v_role);
    -- Who the two are never changes.
    SELECT other_id INTO v_other_id
    FROM conversation_participants
    WHERE user_id = p_actor_id AND conversation_id = p_conversation_id;
    IF v_other_id IS NULL THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'There is no such conversation of yours.';
    END IF;
    CALL message_send(
        p_actor_id, v_other_id, p_message, p_attachment, p_attachment_name, p_idempotency_key
    );
END //

DELIMITER ;
