-- message_delete: delete a message for yourself, or, within a few minutes, your own for both.
--
-- Deleting for yourself can be undone (message_restore).
--
-- Parameters
--   p_actor_id    users.id of either side
--   p_message_id  messages.id
--   p_for         me or both
-- Result sets
--   message (one)  id, conversation_id, can_restore (1: the text is kept)
-- Errors
--   45401  not signed in
--   45403  for both: not the actor's own
--   45404  no such message in a conversation of the actor
--   45409  for both: too late
--   45422  p_for is neither
-- Example
--   CALL message_delete(3, 0, 'me');  -- refused: 45404

DROP PROCEDURE IF EXISTS message_delete;

DELIMITER //

CREATE PROCEDURE message_delete (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_message_id BIGINT UNSIGNED,
    IN p_for VARCHAR(10)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Delete a message for yourself or for both. | message: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_conversation_id BIGINT UNSIGNED;
    DECLARE v_sender_id BIGINT UNSIGNED;
    DECLARE v_sent_at DATETIME(6);
    DECLARE v_is_deleted BOOLEAN;
    DECLARE v_since DATETIME(6)
    DEFAULT UTC_TIMESTAMP(6) - INTERVAL setting_of('chat_take_back_minutes') MINUTE;
    DECLARE v_other_id BIGINT UNSIGNED;
    DECLARE v_state VARCHAR(20);
    DECLARE v_is_asker BOOLEAN;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_actor(p_actor_id, v_role);
    IF NOT COALESCE(p_for, '') IN ('me', 'both') THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'for: Choose whether to delete it for yourself or for both.';
    END IF;
    -- The conversation of a message never changes.
    SELECT conversation_id INTO v_conversation_id
    FROM messages
    WHERE id = p_message_id;

    START TRANSACTION;
    CALL _conversation_lock(p_actor_id, v_conversation_id, v_other_id, v_state, v_is_asker);
    SELECT
        sender_id,
        sent_at,
        is_deleted
    INTO v_sender_id, v_sent_at, v_is_deleted
    FROM messages
    WHERE id = p_message_id
    FOR UPDATE;
    IF p_for = 'me' THEN
        INSERT INTO message_removals (user_id, message_id)
        VALUES (p_actor_id, p_message_id)
        ON DUPLICATE KEY UPDATE message_id = p_message_id;
        DELETE FROM message_terms
        WHERE message_id = p_message_id AND user_id = p_actor_id;
        CALL _live_event(p_actor_id, 'removal', v_conversation_id, p_message_id);
    ELSEIF v_sender_id <> p_actor_id THEN
        SIGNAL SQLSTATE '45403'
            SET MESSAGE_TEXT = 'Only the author can delete a message for both.';
    ELSEIF NOT v_is_deleted THEN
        IF v_sent_at <= v_since THEN
            SIGNAL SQLSTATE '45409'
                SET MESSAGE_TEXT = 'Too late to delete this for both. Delete it for yourself.';
        END IF;
        CALL _message_take_back(p_actor_id, p_message_id);
    END IF;
    COMMIT;

    SELECT
        p_message_id AS id,
        v_conversation_id AS conversation_id,
        p_for = 'me' AS can_restore;
END //

DELIMITER ;
