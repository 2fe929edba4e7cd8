-- _require_recipient: the refusal of somebody whom one cannot write to.
--
-- Parameters
--   p_actor_id         users.id of who wants to write
--   p_user_id          users.id of who is to be written to
--   p_conversation_id  conversations.id of the two; NULL: there is none
--   p_is_related       1: no request is needed (is_related)
-- Result sets
--   none
-- Errors
--   45403  one of the two has blocked the other
--   45404  no such person, or not for the actor's eyes
--   45409  oneself

DROP PROCEDURE IF EXISTS _require_recipient;

DELIMITER //

CREATE PROCEDURE _require_recipient (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED,
    OUT p_conversation_id BIGINT UNSIGNED,
    OUT p_is_related BOOLEAN
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'The refusal of somebody whom one cannot write to.'
BEGIN
    SET p_conversation_id = NULL, p_is_related = is_related(p_actor_id, p_user_id);
    SELECT conversation_id INTO p_conversation_id
    FROM conversation_participants
    WHERE user_id = p_actor_id AND other_id = p_user_id;

    IF p_actor_id = p_user_id THEN
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = 'Nobody can write to themselves.';
    ELSEIF is_blocked_between(p_actor_id, p_user_id) THEN
        SIGNAL SQLSTATE '45403' SET MESSAGE_TEXT = 'You cannot write to this person.';
    ELSEIF
        role_of(p_user_id) IS NULL
        OR (
            p_conversation_id IS NULL
            AND NOT p_is_related
            AND NOT COALESCE(can_see_person(p_actor_id, p_user_id, 'profile'), 0)
        )
    THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'There is no such person.';
    END IF;
END //

DELIMITER ;
