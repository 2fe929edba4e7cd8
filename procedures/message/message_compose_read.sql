-- message_compose_read: read the values for the form of a new message.
--
-- Parameters
--   p_actor_id  users.id of the sender
--   p_user_id   users.id of the recipient
-- Result sets
--   person (one)          id, name, photo (NULL: not visible to the actor), is_request (1: they are
--                         not connected, so it starts as a request)
--   conversation (maybe)  id: an existing conversation
-- Errors
--   45401  not signed in
--   45403  one of them has blocked the other
--   45404  no such person, or the actor may not see them
--   45409  the actor's own account
-- Example
--   CALL message_compose_read(3, 2);

DROP PROCEDURE IF EXISTS message_compose_read;

DELIMITER //

CREATE PROCEDURE message_compose_read (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read the values for the form of a new message. | person: one, conversation: maybe'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_conversation_id BIGINT UNSIGNED;
    DECLARE v_is_related BOOLEAN;

    CALL _require_actor(p_actor_id, v_role);
    CALL _require_recipient(p_actor_id, p_user_id, v_conversation_id, v_is_related);
    SELECT
        p_user_id AS id,
        name_of(p_user_id) AS name,
        photo_of(p_actor_id, p_user_id) AS photo,
        v_conversation_id IS NULL AND NOT v_is_related AS is_request;
    SELECT id
    FROM conversations
    WHERE id = v_conversation_id;
END //

DELIMITER ;
