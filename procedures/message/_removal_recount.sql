-- _removal_recount: recount what a person sees of the conversation of a message.
--
-- Parameters
--   p_message_id  messages.id that the person has removed or restored
--   p_user_id     users.id of the person
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _removal_recount;

DELIMITER //

CREATE PROCEDURE _removal_recount (
    IN p_message_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Recount what a person sees of the conversation of a message.'
BEGIN
    DECLARE v_conversation_id BIGINT UNSIGNED;

    SELECT conversation_id INTO v_conversation_id
    FROM messages
    WHERE id = p_message_id;
    CALL _participant_recount(v_conversation_id, p_user_id);
END //

DELIMITER ;
