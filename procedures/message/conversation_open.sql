-- conversation_open: read a conversation and mark it as read.
--
-- A request is shown without marking it: the sender is not supposed to know whether it was read.
--
-- Parameters
--   p_actor_id         users.id of one participant
--   p_conversation_id  conversations.id
--   p_before           as in conversation_read
--   p_limit            as in conversation_read
-- Result sets
--   conversation (one)    as in conversation_read, like the next two
--   messages (many)       oldest first
--   page (one)            next_before
--   conversations (many)  the newest 20 of its folder, as in conversation_list
-- Errors
--   45400  p_before is not a cursor of this list
--   45401  not signed in
--   45404  no such conversation of the actor
-- Example
--   CALL conversation_open(2, 1, NULL, 50);

DROP PROCEDURE IF EXISTS conversation_open;

DELIMITER //

CREATE PROCEDURE conversation_open (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_conversation_id BIGINT UNSIGNED,
    IN p_before VARCHAR(200),
    IN p_limit SMALLINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT
'Read a conversation and mark it as read. | conversation: one, messages: many, page: one,
conversations: many'
BEGIN
    DECLARE v_unread_count INT UNSIGNED;
    DECLARE v_other_id BIGINT UNSIGNED;
    DECLARE v_state VARCHAR(20);
    DECLARE v_is_asker BOOLEAN;
    DECLARE v_folder VARCHAR(20);
    DECLARE v_next BIGINT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Read first: opening a page again writes nothing and locks nothing.
    SELECT COUNT(*) INTO v_unread_count
    FROM conversation_participants
    WHERE
        user_id = p_actor_id
        AND conversation_id = p_conversation_id
        AND unread_count > 0
        AND folder <> 'requests';
    IF v_unread_count > 0 AND role_of(p_actor_id) IS NOT NULL THEN
        START TRANSACTION;
        CALL _conversation_lock(p_actor_id, p_conversation_id, v_other_id, v_state, v_is_asker);
        CALL _conversation_mark_read(p_actor_id, v_other_id, p_conversation_id, 1);
        COMMIT;
    END IF;
    CALL conversation_read(p_actor_id, p_conversation_id, p_before, p_limit);

    SELECT folder INTO v_folder
    FROM conversation_participants
    WHERE user_id = p_actor_id AND conversation_id = p_conversation_id;
    CALL _conversation_page(p_actor_id, v_folder, NULL, 20, v_next);
END //

DELIMITER ;
