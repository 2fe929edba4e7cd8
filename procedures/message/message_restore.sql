-- message_restore: restore a message that the actor has deleted for themselves.
--
-- Parameters
--   p_actor_id    users.id of either side
--   p_message_id  messages.id
-- Result sets
--   message (one)  id, conversation_id
-- Errors
--   45401  not signed in
--   45404  no such message in a conversation of the actor
--   45409  not deleted by the actor, or deleted more than 30 days ago
-- Example
--   CALL message_restore(3, 0);  -- refused: 45404

DROP PROCEDURE IF EXISTS message_restore;

DELIMITER //

CREATE PROCEDURE message_restore (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_message_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Restore a message that the actor has deleted for themselves. | message: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_conversation_id BIGINT UNSIGNED;
    DECLARE v_other_id BIGINT UNSIGNED;
    DECLARE v_state VARCHAR(20);
    DECLARE v_is_asker BOOLEAN;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_actor(p_actor_id, v_role);
    -- The conversation of a message never changes.
    SELECT conversation_id INTO v_conversation_id
    FROM messages
    WHERE id = p_message_id;

    START TRANSACTION;
    CALL _conversation_lock(p_actor_id, v_conversation_id, v_other_id, v_state, v_is_asker);
    DELETE FROM message_removals
    WHERE
        user_id = p_actor_id
        AND message_id = p_message_id
        AND can_be_restored(updated_at);
    IF ROW_COUNT() = 0 THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'This message can no longer be restored.';
    END IF;
    CALL _message_index(p_message_id, p_actor_id);
    COMMIT;

    SELECT
        p_message_id AS id,
        v_conversation_id AS conversation_id;
END //

DELIMITER ;
