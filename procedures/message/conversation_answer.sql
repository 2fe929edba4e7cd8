-- conversation_answer: accept or decline a message request.
--
-- The sender of a declined request is not notified and cannot write again; the recipient still can,
-- which opens the conversation.
--
-- Parameters
--   p_actor_id         users.id of the recipient of the request
--   p_conversation_id  conversations.id
--   p_answer           accept or decline
-- Result sets
--   conversation (one)  id, state
-- Errors
--   45401  not signed in
--   45404  no such conversation of the actor
--   45409  not a request to the actor, or already answered
--   45422  unknown answer
-- Example
--   CALL conversation_answer(3, 0, 'accept');  -- refused: 45404

DROP PROCEDURE IF EXISTS conversation_answer;

DELIMITER //

CREATE PROCEDURE conversation_answer (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_conversation_id BIGINT UNSIGNED,
    IN p_answer VARCHAR(20)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Accept or decline a message request. | conversation: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_other_id BIGINT UNSIGNED;
    DECLARE v_state VARCHAR(20);
    DECLARE v_is_asker BOOLEAN;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_actor(p_actor_id, v_role);
    IF NOT COALESCE(p_answer, '') IN ('accept', 'decline') THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'answer: Choose accept or decline.';
    END IF;

    START TRANSACTION;
    CALL _conversation_lock(p_actor_id, p_conversation_id, v_other_id, v_state, v_is_asker);
    IF v_is_asker OR v_state <> 'requested' THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'This request has already been answered. Reload the page.';
    END IF;
    UPDATE conversations
    SET state = IF(p_answer = 'accept', 'open', 'declined'), updated_by = p_actor_id
    WHERE id = p_conversation_id;
    UPDATE conversation_participants SET folder = IF(p_answer = 'accept', 'inbox', 'archive')
    WHERE user_id = p_actor_id AND conversation_id = p_conversation_id;
    -- The sender of a declined request gets no notification and no read receipt.
    CALL _conversation_mark_read(
        p_actor_id, v_other_id, p_conversation_id, p_answer = 'accept'
    );
    COMMIT;

    SELECT
        id,
        state
    FROM conversations
    WHERE id = p_conversation_id;
END //

DELIMITER ;
