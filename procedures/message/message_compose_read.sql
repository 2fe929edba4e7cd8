-- message_compose_read: what the form to write to somebody shows.
--
-- Parameters
--   p_actor_id  users.id of who wants to write
--   p_user_id   users.id of who is to be written to
-- Result sets
--   person (one)          id, name, photo (NULL: none for the actor's eyes), is_request (they have
--                         no relation: it begins with a request)
--   conversation (maybe)  id: there is one already
-- Errors
--   45401  nobody is signed in
--   45403  one of the two has blocked the other
--   45404  no such person, or not for the actor's eyes
--   45409  oneself
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
COMMENT 'What the form to write to somebody shows. | person: one, conversation: maybe'
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
