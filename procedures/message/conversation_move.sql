-- conversation_move: archive a conversation, or move it back to the inbox.
--
-- A new message moves it back automatically.
--
-- Parameters
--   p_actor_id         users.id of one participant
--   p_conversation_id  conversations.id
--   p_folder           inbox or archive
-- Result sets
--   conversation (one)  id, folder
-- Errors
--   45401  not signed in
--   45404  no such conversation of the actor
--   45409  it is a request
--   45422  no such folder
-- Example
--   CALL conversation_move(3, 0, 'archive');  -- refused: 45404

DROP PROCEDURE IF EXISTS conversation_move;

DELIMITER //

CREATE PROCEDURE conversation_move (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_conversation_id BIGINT UNSIGNED,
    IN p_folder VARCHAR(20)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Archive a conversation, or move it back to the inbox. | conversation: one'
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
    IF NOT COALESCE(p_folder, '') IN ('inbox', 'archive') THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'folder: Choose a folder from the list.';
    END IF;

    START TRANSACTION;
    CALL _conversation_lock(p_actor_id, p_conversation_id, v_other_id, v_state, v_is_asker);
    IF v_state = 'requested' AND NOT v_is_asker THEN
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = 'Accept or decline this request first.';
    END IF;
    UPDATE conversation_participants SET folder = p_folder
    WHERE user_id = p_actor_id AND conversation_id = p_conversation_id;
    COMMIT;

    SELECT
        p_conversation_id AS id,
        p_folder AS folder;
END //

DELIMITER ;
