-- _attachment_store: store a file attached to a message, or reject it.
--
-- Parameters
--   p_actor_id    users.id of the sender
--   p_message_id  messages.id
--   p_content     the file, at most 16 MB: pdf, doc, docx, png or jpg; NULL: none
--   p_file_name   the sender's name for the file
-- Result sets
--   none
-- Errors
--   45413  the file is too large
--   45422  the file is not allowed

DROP PROCEDURE IF EXISTS _attachment_store;

DELIMITER //

CREATE PROCEDURE _attachment_store (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_message_id BIGINT UNSIGNED,
    IN p_content LONGBLOB,
    IN p_file_name VARCHAR(255)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Store a file attached to a message.'
BEGIN
    DECLARE v_media_id BIGINT UNSIGNED;

    IF p_content IS NOT NULL THEN
        CALL _document_store(p_actor_id, 'attachment', p_content, p_file_name, v_media_id);
        INSERT INTO message_attachments (message_id, media_file_id, file_name)
        VALUES (p_message_id, v_media_id, p_file_name);
    END IF;
END //

DELIMITER ;
