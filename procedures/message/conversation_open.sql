-- conversation_open: read a conversation as a page does: what is there counts as read.
--
-- A request is shown without counting: who asked is not to know whether it was looked at.
--
-- Parameters
--   p_actor_id         users.id of one of the two
--   p_conversation_id  conversations.id
--   p_before           as in conversation_read
--   p_limit            as in conversation_read
-- Result sets
--   conversation (one)    as in conversation_read, like the two that follow
--   messages (many)       the oldest first
--   page (one)            next_before
--   conversations (many)  the 20 newest of the folder that it lies in, as in conversation_list
-- Errors
--   45400  p_before is not from a page before
--   45401  nobody is signed in
--   45404  no such conversation of the actor's
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
'Open a conversation. | conversation: one, messages: many, page: one, conversations: many'
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

    -- Looked for first: a page that is read again writes nothing and locks nothing.
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
