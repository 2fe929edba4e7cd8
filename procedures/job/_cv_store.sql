-- _cv_store: store a CV, or reject the file.
--
-- Parameters
--   p_actor_id   users.id of the uploader
--   p_content    the file, at most 16 MB: pdf, doc, docx, png or jpg
--   p_file_name  the applicant's name for the file
--   p_media_id   media_files.id
-- Result sets
--   none
-- Errors
--   45413  the file is too large
--   45422  no file, or one that is not allowed

DROP PROCEDURE IF EXISTS _cv_store;

DELIMITER //

CREATE PROCEDURE _cv_store (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_content LONGBLOB,
    IN p_file_name VARCHAR(255),
    OUT p_media_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Store a CV, or reject the file.'
BEGIN
    IF p_content IS NULL OR LENGTH(p_content) = 0 OR p_file_name IS NULL THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'cv_file: Choose your CV.';
    END IF;
    CALL _document_store(p_actor_id, 'cv_file', p_content, p_file_name, p_media_id);
END //

DELIMITER ;
