-- cv_type_of: detect the type of a document by its content; document_type_of detects pictures.
--
-- Parameters
--   p_content  the file
-- Returns
--   pdf, docx or doc; NULL for anything else

DROP FUNCTION IF EXISTS cv_type_of;

DELIMITER //

CREATE FUNCTION cv_type_of(p_content LONGBLOB)
RETURNS VARCHAR(4)
DETERMINISTIC
NO SQL
SQL SECURITY DEFINER
COMMENT 'Detect the type of a document by its content.'
BEGIN
    RETURN CASE
        -- Readers accept a PDF with its signature within the first kilobyte.
        WHEN LOCATE(_binary '%PDF-', LEFT(p_content, 1024)) > 0 THEN 'pdf'
        WHEN
            LEFT(p_content, 4) = UNHEX('504B0304')
            AND LOCATE(_binary 'word/document.xml', p_content) > 0
            THEN 'docx'
        -- The compound file of Word; its directory contains the stream's name in UTF-16.
        WHEN
            LEFT(p_content, 8) = UNHEX('D0CF11E0A1B11AE1')
            AND LOCATE(UNHEX('57006F007200640044006F00630075006D0065006E007400'), p_content) > 0
            THEN 'doc'
    END;
END //

DELIMITER ;
