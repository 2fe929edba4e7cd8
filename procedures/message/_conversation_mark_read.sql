-- _conversation_mark_read: mark a conversation as read, with a receipt to the other participant.
--
-- The caller holds the lock on the conversation and ends the transaction.
--
-- Parameters
--   p_actor_id         users.id of the reader
--   p_other_id         users.id of the other participant
--   p_conversation_id  conversations.id
--   p_is_told          0: no receipt, regardless of both settings
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _conversation_mark_read;

DELIMITER //

CREATE PROCEDURE _conversation_mark_read (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_other_id BIGINT UNSIGNED,
    IN p_conversation_id BIGINT UNSIGNED,
    IN p_is_told BOOLEAN
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Mark a conversation as read.'
BEGIN
    DECLARE v_newest_id BIGINT UNSIGNED;
    DECLARE v_has_receipts BOOLEAN DEFAULT p_is_told AND has_message_receipts(p_actor_id);

    SELECT id INTO v_newest_id
    FROM messages
    WHERE conversation_id = p_conversation_id
    ORDER BY conversation_id DESC, id DESC
    LIMIT 1;
    UPDATE conversation_participants
    SET
        last_read_id = COALESCE(v_newest_id, last_read_id),
        receipt_id = IF(v_has_receipts, COALESCE(v_newest_id, receipt_id), receipt_id),
        unread_count = 0
    WHERE user_id = p_actor_id AND conversation_id = p_conversation_id;
    UPDATE notifications SET read_at = UTC_TIMESTAMP()
    WHERE recipient_id = p_actor_id AND open_key = CONCAT('conversation-', p_conversation_id);

    -- In the order of ids, like every writer that publishes events to both.
    IF p_actor_id < p_other_id THEN
        CALL _live_event(p_actor_id, 'unread', p_conversation_id, NULL);
    END IF;
    IF v_has_receipts AND has_message_receipts(p_other_id) THEN
        CALL _live_event(p_other_id, 'receipt', p_conversation_id, v_newest_id);
    END IF;
    IF p_actor_id > p_other_id THEN
        CALL _live_event(p_actor_id, 'unread', p_conversation_id, NULL);
    END IF;
END //

DELIMITER ;
