-- _cv_store: keep a CV, or refuse a file that is none.
--
-- Content decides what a file is; its name must agree, so that nobody opens what they do not
-- expect.
--
-- Parameters
--   p_actor_id   users.id of who uploads it
--   p_content    the file, at most 16 MB
--   p_file_name  as the applicant calls it
--   p_media_id   media_files.id
-- Result sets
--   none
-- Errors
--   45413  the file is too large
--   45422  there is no file, or it is no PDF or Word document

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
COMMENT 'Keep a CV, or refuse a file that is none.'
BEGIN
    DECLARE v_type VARCHAR(4);
    DECLARE v_extension VARCHAR(255) DEFAULT LOWER(SUBSTRING_INDEX(p_file_name, '.', -1));

    IF p_content IS NULL OR LENGTH(p_content) = 0 OR p_file_name IS NULL THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'cv_file: Choose your CV.';
    END IF;
    IF LENGTH(p_content) > 16777216 THEN
        SIGNAL SQLSTATE '45413' SET MESSAGE_TEXT = 'cv_file: The file has more than 16 MB.';
    END IF;
    CALL _require_text('cv_file', p_file_name, 255, 1, 0);
    IF v_extension NOT IN ('pdf', 'doc', 'docx') THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'cv_file: Choose a PDF or Word document (pdf, doc, docx).';
    END IF;
    SET v_type = cv_type_of(p_content);
    IF v_type IS NULL OR v_type <> v_extension THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'cv_file: The file is not what its name says. Save it again as PDF.';
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
