-- _require_member: refuse a person who is not one of the two of a conversation.
--
-- Parameters
--   p_conversation_id  conversations.id
--   p_user_id          users.id
-- Result sets
--   none
-- Errors
--   45409  the person is not one of the two

DROP PROCEDURE IF EXISTS _require_member;

DELIMITER //

CREATE PROCEDURE _require_member (
    IN p_conversation_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Refuse a person who is not one of the two of a conversation.'
BEGIN
    DECLARE v_count INT UNSIGNED;

    SELECT COUNT(*) INTO v_count
    FROM conversations
    WHERE id = p_conversation_id AND p_user_id IN (user_one_id, user_two_id);
    IF v_count = 0 THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'A conversation belongs to two people, and this person is neither.';
    END IF;
END //

DELIMITER ;
