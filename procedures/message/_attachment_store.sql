-- _attachment_store: keep a file that comes with a message, or refuse one that is not allowed.
--
-- Content decides what a file is; its name must agree, so that nobody opens what they do not
-- expect.
--
-- Parameters
--   p_actor_id    users.id of the sender
--   p_message_id  messages.id
--   p_content     the file, at most 16 MB: pdf, doc, docx, png or jpg; NULL: none
--   p_file_name   as the sender calls it
-- Result sets
--   none
-- Errors
--   45413  the file is too large
--   45422  it is not what it should be

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
COMMENT 'Keep a file that comes with a message.'
BEGIN
    DECLARE v_extension VARCHAR(255) DEFAULT REPLACE(
        LOWER(SUBSTRING_INDEX(p_file_name, '.', -1)), 'jpeg', 'jpg'
    );
    DECLARE v_type VARCHAR(4);
    DECLARE v_media_id BIGINT UNSIGNED;

    IF p_content IS NOT NULL THEN
        IF LENGTH(p_content) > 16777216 THEN
            SIGNAL SQLSTATE '45413' SET MESSAGE_TEXT = 'attachment: The file has more than 16 MB.';
        ELSEIF LENGTH(p_content) = 0 THEN
            SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'attachment: The file is empty.';
        END IF;
        CALL _require_text('attachment', p_file_name, 255, 1, 0);
        SET v_type = COALESCE(cv_type_of(p_content), document_type_of(p_content));
        IF v_extension NOT IN ('pdf', 'doc', 'docx', 'png', 'jpg') THEN
            SIGNAL SQLSTATE '45422'
                SET MESSAGE_TEXT
                = 'attachment: Choose a document or picture (pdf, doc, docx, png, jpg).';
        ELSEIF NOT v_type <=> v_extension THEN
            SIGNAL SQLSTATE '45422'
                SET MESSAGE_TEXT = 'attachment: The file is not what its name says.';
        END IF;
        CALL _media_store(
            p_actor_id, p_content,
            CASE v_type
                WHEN 'pdf' THEN 'application/pdf'
                WHEN 'doc' THEN 'application/msword'
                WHEN 'png' THEN 'image/png'
                WHEN 'jpg' THEN 'image/jpeg'
                ELSE 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
            END,
            v_media_id
        );
        INSERT INTO message_attachments (message_id, media_file_id, file_name)
        VALUES (p_message_id, v_media_id, p_file_name);
    END IF;
END //

DELIMITER ;
