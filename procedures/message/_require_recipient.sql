-- _require_recipient: refuse a person whom the actor cannot write to.
--
-- Parameters
--   p_actor_id         users.id of the person writing
--   p_user_id          users.id of the recipient
--   p_conversation_id  conversations.id of both; NULL: none
--   p_is_related       1: connected, so no request is needed (is_related)
-- Result sets
--   none
-- Errors
--   45403  one of them has blocked the other
--   45404  no such person, or the actor may not see them
--   45409  the actor's own account

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
COMMENT 'Refuse a person whom the actor cannot write to.'
BEGIN
    SET p_conversation_id = NULL, p_is_related = is_related(p_actor_id, p_user_id);
    SELECT conversation_id INTO p_conversation_id
    FROM conversation_participants
    WHERE user_id = p_actor_id AND other_id = p_user_id;

    IF p_actor_id = p_user_id THEN
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = 'You can''t send messages to yourself.';
    ELSEIF is_blocked_between(p_actor_id, p_user_id) THEN
        SIGNAL SQLSTATE '45403' SET MESSAGE_TEXT = 'You can''t send messages to this person.';
    ELSEIF
        role_of(p_user_id) IS NULL
        OR (
            p_conversation_id IS NULL
            AND NOT p_is_related
            AND NOT COALESCE(can_see_person(p_actor_id, p_user_id, 'profile'), 0)
        )
    THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Person not found.';
    END IF;
END //

DELIMITER ;
