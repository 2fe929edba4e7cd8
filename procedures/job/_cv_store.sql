-- _cv_store: store a CV, or reject the file.
--
-- The content decides the file type; the name must match, so that nobody opens an unexpected
-- type of file.
--
-- Parameters
--   p_actor_id   users.id of the uploader
--   p_content    the file, at most 16 MB
--   p_file_name  the applicant's name for the file
--   p_media_id   media_files.id
-- Result sets
--   none
-- Errors
--   45413  the file is too large
--   45422  no file, or not a PDF or Word document

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
    DECLARE v_type VARCHAR(4);
    DECLARE v_extension VARCHAR(255) DEFAULT LOWER(SUBSTRING_INDEX(p_file_name, '.', -1));

    IF p_content IS NULL OR LENGTH(p_content) = 0 OR p_file_name IS NULL THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'cv_file: Choose your CV.';
    END IF;
    IF LENGTH(p_content) > 16777216 THEN
        SIGNAL SQLSTATE '45413'
            SET MESSAGE_TEXT = 'cv_file: The file is larger than 16 MB. Choose a smaller one.';
    END IF;
    CALL _require_text('cv_file', p_file_name, 255, 1, 0);
    IF v_extension NOT IN ('pdf', 'doc', 'docx') THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'cv_file: Choose a PDF or Word document (pdf, doc, docx).';
    END IF;
    SET v_type = cv_type_of(p_content);
    IF v_type IS NULL OR v_type <> v_extension THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'cv_file: The file type and name don''t match. Save it as a PDF.';
    END IF;

    CALL _media_store(
        p_actor_id, p_content,
        CASE v_type
            WHEN 'pdf' THEN 'application/pdf'
            WHEN 'doc' THEN 'application/msword'
            ELSE 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
        END,
        p_media_id
    );
END //

DELIMITER ;
