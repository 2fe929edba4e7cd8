-- reference_answer: accept or decline a request, with a message.
--
-- No more requests are accepted than there are places, even if two windows accept at the same time.
-- Acceptance opens a conversation between the two.
--
-- Parameters
--   p_actor_id    users.id of the alumni member
--   p_request_id  reference_requests.id
--   p_answer      accept or decline
--   p_word        message to the requester, at most 1,000 characters; NULL: none
-- Result sets
--   request (one)  id, status, conversation_id (NULL: declined)
-- Errors
--   45401  not signed in
--   45404  no such request of the actor
--   45409  already answered, expired or withdrawn, the requester's account is deleted, or no place
--          is taken
--   45422  invalid value
-- Example
--   CALL reference_answer(2, 0, 'accept', 'With pleasure.');  -- refused: 45404

DROP PROCEDURE IF EXISTS reference_answer;

DELIMITER //

CREATE PROCEDURE reference_answer (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_request_id BIGINT UNSIGNED,
    IN p_answer VARCHAR(20),
    IN p_word VARCHAR(1000)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Accept or decline a request, with a message. | request: one'
BEGIN
    DECLARE v_requester_id BIGINT UNSIGNED;
    DECLARE v_alumnus_id BIGINT UNSIGNED;
    DECLARE v_mover VARCHAR(20);
    DECLARE v_status VARCHAR(20);
    DECLARE v_conversation_id BIGINT UNSIGNED;
    DECLARE v_to_status VARCHAR(20) DEFAULT CASE p_answer
        WHEN 'accept' THEN 'accepted'
        WHEN 'decline' THEN 'declined'
    END;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the locks.
    CALL _reference_parties(p_actor_id, p_request_id, v_requester_id, v_alumnus_id, v_mover);
    IF v_to_status IS NULL THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'answer: Choose accept or decline.';
    END IF;
    CALL _require_text('word', p_word, 1000, 0, 1);

    START TRANSACTION;
    CALL _reference_lock(
        v_requester_id, v_alumnus_id, p_request_id, v_to_status, v_mover, v_status
    );
    IF v_to_status = 'accepted' THEN
        IF role_of(v_requester_id) IS NULL THEN
            SIGNAL SQLSTATE '45409'
                SET MESSAGE_TEXT = 'The requester''s account is inactive. Decline the request.';
        ELSEIF mentoring_places_of(v_alumnus_id) = 0 THEN
            SIGNAL SQLSTATE '45409'
                SET MESSAGE_TEXT = 'All your places are taken. Complete a request or offer more.';
        END IF;
        CALL _conversation_open(v_alumnus_id, v_requester_id, 1, v_conversation_id);
    END IF;
    UPDATE reference_requests
    SET answer = p_word, conversation_id = v_conversation_id
    WHERE id = p_request_id;
    CALL _reference_moved(
        p_request_id, v_requester_id, v_alumnus_id, v_status, v_to_status, v_mover, NULL,
        'reference_answered', NULL
    );
    COMMIT;

    SELECT
        p_request_id AS id,
        v_to_status AS status,
        v_conversation_id AS conversation_id;
END //

DELIMITER ;
