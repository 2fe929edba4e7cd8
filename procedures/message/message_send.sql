-- message_send: send a message to a person.
--
-- People who are not connected (is_related) start with a request: a few messages are held until the
-- recipient accepts or replies. Within a conversation, ids are in commit order.
--
-- Parameters
--   p_actor_id         users.id of the sender
--   p_user_id          users.id of the recipient
--   p_message          plain text, at most 5,000 characters; NULL: only a file
--   p_attachment       pdf, doc, docx, png or jpg, at most 16 MB; NULL: none
--   p_attachment_name  the sender's name for the file
--   p_idempotency_key  created with the form: the same key returns the same message; NULL: none
-- Result sets
--   message (one)  id, conversation_id, state (of the conversation)
-- Errors
--   45401  not signed in
--   45403  one of them has blocked the other, or the recipient has declined
--   45404  no such person, or the actor may not see them
--   45409  the actor's own account, or the request has no reply yet
--   45413  the file is too large
--   45422  invalid value
--   45429  too many messages in a minute, or too many requests in a day
-- Example
--   CALL message_send(3, 2, 'Thank you for the talk!', NULL, NULL, NULL);

DROP PROCEDURE IF EXISTS message_send;

DELIMITER //

CREATE PROCEDURE message_send (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED,
    IN p_message MEDIUMTEXT,
    IN p_attachment LONGBLOB,
    IN p_attachment_name VARCHAR(255),
    IN p_idempotency_key VARCHAR(64)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Send a message to a person. | message: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_most INT UNSIGNED DEFAULT setting_of('chat_messages_per_minute');
    DECLARE v_message_id BIGINT UNSIGNED;
    DECLARE v_conversation_id BIGINT UNSIGNED;
    DECLARE v_is_related BOOLEAN;
    DECLARE v_is_request BOOLEAN;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the locks.
    CALL _require_actor(p_actor_id, v_role);
    CALL _require_text('message', p_message, 5000, p_attachment IS NULL, 1);
    CALL _require_recipient(p_actor_id, p_user_id, v_conversation_id, v_is_related);

    START TRANSACTION;
    CALL _idempotency_claim(p_actor_id, 'message_send', p_idempotency_key, v_message_id);
    IF v_message_id IS NULL THEN
        CALL _pair_share(p_actor_id, p_user_id);
        CALL _throttle('message', 'account', p_actor_id, v_most, 60);
        CALL _conversation_for_sending(
            p_actor_id, p_user_id, v_is_related, v_conversation_id, v_is_request
        );
        CALL _message_write(
            p_actor_id, p_user_id, v_conversation_id, p_message, p_attachment, p_attachment_name,
            v_message_id
        );
        CALL _message_tell(
            p_actor_id, p_user_id, v_conversation_id, v_message_id,
            IF(v_is_request, 'message_requested', 'message_received')
        );
        CALL _idempotency_record(
            p_actor_id, 'message_send', p_idempotency_key, v_message_id
        );
    END IF;
    COMMIT;

    SELECT
        m.id,
        m.conversation_id,
        c.state
    FROM messages AS m
    JOIN conversations AS c ON c.id = m.conversation_id
    WHERE m.id = v_message_id;
END //

DELIMITER ;
