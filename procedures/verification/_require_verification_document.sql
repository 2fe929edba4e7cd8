-- _require_verification_document: reject a file that cannot be a proof.
--
-- Parameters
--   p_content    the file, at most 16 MB
--   p_file_name  the person's name for the file
-- Result sets
--   none
-- Errors
--   45413  the file is too large
--   45422  no file, or not a PDF, JPEG or PNG

DROP PROCEDURE IF EXISTS _require_verification_document;

DELIMITER //

CREATE PROCEDURE _require_verification_document (
    IN p_content LONGBLOB,
    IN p_file_name VARCHAR(255)
)
NO SQL
SQL SECURITY DEFINER
COMMENT 'Reject a file that cannot be a proof.'
BEGIN
    DECLARE v_extension VARCHAR(255) DEFAULT LOWER(
        IF(LOCATE('.', p_file_name) > 0, SUBSTRING_INDEX(p_file_name, '.', -1), '')
    );

    IF p_content IS NULL OR LENGTH(p_content) = 0 OR p_file_name IS NULL THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'document: Choose a document.';
    END IF;
    IF LENGTH(p_content) > 16777216 THEN
        SIGNAL SQLSTATE '45413'
            SET MESSAGE_TEXT = 'document: The file is larger than 16 MB. Choose a smaller one.';
    END IF;
    CALL _require_text('document', p_file_name, 255, 1, 0);
    IF v_extension NOT IN ('pdf', 'jpg', 'jpeg', 'png') THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'document: Choose a PDF or a picture (pdf, jpg, png).';
    END IF;
    IF NOT document_type_of(p_content) <=> IF(v_extension = 'jpeg', 'jpg', v_extension) THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'document: The file type and name don''t match. Save it again.';
    END IF;
END //

DELIMITER ;
