-- message_attachment_read: read a file attached to a message.
--
-- Parameters
--   p_actor_id       users.id of a participant
--   p_attachment_id  message_attachments.id
-- Result sets
--   file (one)  file_name, media_type, content
-- Errors
--   45401  not signed in
--   45404  no such file in a conversation of the actor, or the message is deleted
-- Example
--   CALL message_attachment_read(3, 0);  -- refused: 45404

DROP PROCEDURE IF EXISTS message_attachment_read;

DELIMITER //

CREATE PROCEDURE message_attachment_read (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_attachment_id BIGINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read a file attached to a message. | file: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_media_id BIGINT UNSIGNED;

    CALL _require_actor(p_actor_id, v_role);
    SELECT a.media_file_id INTO v_media_id
    FROM message_attachments AS a
    JOIN messages AS m ON m.id = a.message_id AND m.is_deleted = 0
    JOIN conversation_participants AS p
        ON p.conversation_id = m.conversation_id AND p.user_id = p_actor_id
    LEFT JOIN message_removals AS r ON r.message_id = m.id AND r.user_id = p_actor_id
    WHERE a.id = p_attachment_id AND r.message_id IS NULL;
    IF v_media_id IS NULL THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'File not found.';
    END IF;

    SELECT
        a.file_name,
        f.media_type,
        f.content
    FROM message_attachments AS a
    JOIN media_files AS f ON f.id = a.media_file_id
    WHERE a.id = p_attachment_id;
END //

DELIMITER ;
