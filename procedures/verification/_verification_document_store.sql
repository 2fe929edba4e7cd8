-- _verification_document_store: store a verification document, or reject the file.
--
-- The content decides the file type; the name must match, so that nobody opens an unexpected
-- type of file.
--
-- Parameters
--   p_actor_id         users.id of the sender
--   p_verification_id  verification_queue.id of the request
--   p_content          the file, at most 16 MB
--   p_file_name        the person's name for the file
--   p_document         JSON object for submitted_documents
-- Result sets
--   none
-- Errors
--   45409  the request already has this document
--   45413  the file is too large
--   45422  no file, or not a PDF, JPEG or PNG

DROP PROCEDURE IF EXISTS _verification_document_store;

DELIMITER //

CREATE PROCEDURE _verification_document_store (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_verification_id BIGINT UNSIGNED,
    IN p_content LONGBLOB,
    IN p_file_name VARCHAR(255),
    OUT p_document JSON
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Store a verification document, or reject the file.'
BEGIN
    DECLARE v_type VARCHAR(4) DEFAULT document_type_of(p_content);
    DECLARE v_media_type VARCHAR(100) DEFAULT CASE v_type
        WHEN 'pdf' THEN 'application/pdf'
        WHEN 'png' THEN 'image/png'
        WHEN 'jpg' THEN 'image/jpeg'
    END;
    DECLARE v_media_id BIGINT UNSIGNED;

    DECLARE EXIT HANDLER FOR 1062
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = 'This document is already attached.';

    CALL _require_verification_document(p_content, p_file_name);
    CALL _media_store(p_actor_id, p_content, v_media_type, v_media_id);
    INSERT INTO verification_files (verification_id, media_file_id, created_by)
    VALUES (p_verification_id, v_media_id, p_actor_id);
    SET p_document = JSON_OBJECT(
        'name', p_file_name, 'media_type', v_media_type, 'byte_size', LENGTH(p_content),
        'media_file_id', v_media_id
    );
END //

DELIMITER ;
