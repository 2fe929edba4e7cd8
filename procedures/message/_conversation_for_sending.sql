-- _conversation_for_sending: lock the conversation of two people for a new message, or refuse it.
--
-- Replying to a request accepts it.
--
-- Parameters
--   p_actor_id         users.id of the sender
--   p_user_id          users.id of the recipient; checked by _require_recipient
--   p_is_related       1: connected, so no request is needed
--   p_conversation_id  conversations.id; NULL: none yet
--   p_is_request       1: the message is part of a request
-- Result sets
--   none
-- Errors
--   45403  the recipient has declined, or one of them has blocked the other
--   45409  the request has no reply yet
--   45429  too many requests in a day

DROP PROCEDURE IF EXISTS _conversation_for_sending;

DELIMITER //

CREATE PROCEDURE _conversation_for_sending (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED,
    IN p_is_related BOOLEAN,
    INOUT p_conversation_id BIGINT UNSIGNED,
    OUT p_is_request BOOLEAN
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Lock the conversation of two people for a new message, or refuse it.'
BEGIN
    DECLARE v_is_new BOOLEAN DEFAULT p_conversation_id IS NULL;
    DECLARE v_other_id BIGINT UNSIGNED;
    DECLARE v_state VARCHAR(20);
    DECLARE v_is_asker BOOLEAN;
    DECLARE v_count INT UNSIGNED;

    IF v_is_new THEN
        CALL _conversation_open(p_actor_id, p_user_id, p_is_related, p_conversation_id);
    END IF;
    CALL _conversation_lock(p_actor_id, p_conversation_id, v_other_id, v_state, v_is_asker);

    SET p_is_request = 0;
    IF is_blocked_between(p_actor_id, p_user_id) THEN
        SIGNAL SQLSTATE '45403' SET MESSAGE_TEXT = 'You can''t send messages to this person.';
    ELSEIF v_state = 'declined' AND v_is_asker AND NOT role_of(p_actor_id) <=> 'admin' THEN
        -- Even if they have connected since: a declined person waits until the other writes.
        SIGNAL SQLSTATE '45403' SET MESSAGE_TEXT = 'You can''t send messages to this person.';
    ELSEIF v_state <> 'open' AND (p_is_related OR NOT v_is_asker) THEN
        UPDATE conversations SET state = 'open', updated_by = p_actor_id
        WHERE id = p_conversation_id;
        UPDATE conversation_participants SET folder = 'inbox'
        WHERE conversation_id = p_conversation_id AND folder = 'requests';
    ELSEIF v_state = 'requested' THEN
        SET p_is_request = 1;
        SELECT COUNT(*) INTO v_count
        FROM messages
        WHERE conversation_id = p_conversation_id;
        IF v_count >= setting_of('chat_request_messages') THEN
            SIGNAL SQLSTATE '45409'
                SET MESSAGE_TEXT = 'Your request has no reply yet. Wait until it is accepted.';
        END IF;
        IF v_is_new THEN
            CALL _throttle(
                'request', 'account', p_actor_id, setting_of('chat_requests_per_day'), 86400
            );
        END IF;
    END IF;
END //

DELIMITER ;
