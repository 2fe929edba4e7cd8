-- conversation_answer: accept a request to write to oneself, or decline it.
--
-- Who is declined is not told, and cannot write again; who has declined still can, and opens it by
-- that.
--
-- Parameters
--   p_actor_id         users.id of who was written to
--   p_conversation_id  conversations.id
--   p_answer           accept or decline
-- Result sets
--   conversation (one)  id, state
-- Errors
--   45401  nobody is signed in
--   45404  no such conversation of the actor's
--   45409  it is no request to the actor, or it is answered already
--   45422  no such answer
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
COMMENT 'Accept a request to write to oneself, or decline it. | conversation: one'
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
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'answer: Accept it or decline it.';
    END IF;

    START TRANSACTION;
    CALL _conversation_lock(p_actor_id, p_conversation_id, v_other_id, v_state, v_is_asker);
    IF v_is_asker OR v_state <> 'requested' THEN
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = 'There is no request to answer any more.';
    END IF;
    UPDATE conversations SET state = IF(p_answer = 'accept', 'open', 'declined')
    WHERE id = p_conversation_id;
    UPDATE conversation_participants SET folder = IF(p_answer = 'accept', 'inbox', 'archive')
    WHERE user_id = p_actor_id AND conversation_id = p_conversation_id;
    -- Who is declined is not told, not even that it was read.
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
