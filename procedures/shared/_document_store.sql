-- _document_store: store a document or picture of a sender, or reject it.
--
-- The content decides the file type; the name must match, so that nobody opens an unexpected
-- type of file.
--
-- Parameters
--   p_actor_id   users.id
--   p_field      name of the parameter without p_, for messages
--   p_content    the file, at most 16 MB: pdf, doc, docx, png or jpg
--   p_file_name  the sender's name for the file
--   p_media_id   media_files.id
-- Result sets
--   none
-- Errors
--   45413  the file is too large
--   45422  the file is not allowed

DROP PROCEDURE IF EXISTS _document_store;

DELIMITER //

CREATE PROCEDURE _document_store (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_field VARCHAR(40),
    IN p_content LONGBLOB,
    IN p_file_name VARCHAR(255),
    OUT p_media_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Store a document or picture of a sender, or reject it.'
BEGIN
    DECLARE v_extension VARCHAR(255) DEFAULT REPLACE(
        LOWER(SUBSTRING_INDEX(p_file_name, '.', -1)), 'jpeg', 'jpg'
    );
    DECLARE v_type VARCHAR(4);
    DECLARE v_message VARCHAR(128);

    IF LENGTH(p_content) > 16777216 THEN
        SET v_message = CONCAT(p_field, ': The file is larger than 16 MB. Choose a smaller one.');
        SIGNAL SQLSTATE '45413' SET MESSAGE_TEXT = v_message;
    ELSEIF LENGTH(p_content) = 0 THEN
        SET v_message = CONCAT(p_field, ': The file is empty. Choose another one.');
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = v_message;
    END IF;
    CALL _require_text(p_field, p_file_name, 255, 1, 0);
    SET v_type = COALESCE(cv_type_of(p_content), document_type_of(p_content));
    IF v_extension NOT IN ('pdf', 'doc', 'docx', 'png', 'jpg') THEN
        SET v_message = CONCAT(
            p_field, ': Choose a document or picture (pdf, doc, docx, png, jpg).'
        );
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = v_message;
    ELSEIF NOT v_type <=> v_extension THEN
        SET v_message = CONCAT(p_field, ': The file type and name don''t match. Save it again.');
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = v_message;
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
        p_media_id
    );
END //

DELIMITER ;
