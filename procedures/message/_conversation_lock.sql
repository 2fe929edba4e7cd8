-- _conversation_lock: lock a conversation of the actor, or refuse another person's.
--
-- Parameters
--   p_actor_id         users.id of one participant
--   p_conversation_id  conversations.id
--   p_other_id         users.id of the other participant
--   p_state            conversations.state
--   p_is_asker         1: the actor wrote first
-- Result sets
--   none
-- Errors
--   45404  no such conversation of the actor

DROP PROCEDURE IF EXISTS _conversation_lock;

DELIMITER //

CREATE PROCEDURE _conversation_lock (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_conversation_id BIGINT UNSIGNED,
    OUT p_other_id BIGINT UNSIGNED,
    OUT p_state VARCHAR(20),
    OUT p_is_asker BOOLEAN
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Lock a conversation of the actor, or refuse another person''s.'
BEGIN
    SET p_other_id = NULL;
    SELECT
        IF(user_one_id = p_actor_id, user_two_id, user_one_id),
        state,
        created_by <=> p_actor_id
    INTO p_other_id, p_state, p_is_asker
    FROM conversations
    WHERE id = p_conversation_id AND p_actor_id IN (user_one_id, user_two_id)
    FOR UPDATE;
    IF p_other_id IS NULL THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Conversation not found.';
    END IF;
END //

DELIMITER ;
