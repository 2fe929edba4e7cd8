-- document_type_of: detect the type of a document by its content.
-- Only types that are displayed, not run.
--
-- Parameters
--   p_content  the file
-- Returns
--   pdf, png or jpg; NULL for anything else

DROP FUNCTION IF EXISTS document_type_of;

DELIMITER //

CREATE FUNCTION document_type_of(p_content LONGBLOB)
RETURNS VARCHAR(4)
DETERMINISTIC
NO SQL
SQL SECURITY DEFINER
COMMENT 'Detect the type of a document by its content.'
BEGIN
    RETURN CASE
        -- A signature and the header chunk that must follow it.
        WHEN
            LEFT(p_content, 8) = UNHEX('89504E470D0A1A0A')
            AND SUBSTRING(p_content, 13, 4) = _binary 'IHDR'
            THEN 'png'
        -- Start of image, then the first marker; cameras append bytes after the end.
        WHEN
            LEFT(p_content, 3) = UNHEX('FFD8FF')
            AND LOCATE(UNHEX('FFD9'), p_content) > 0
            THEN 'jpg'
        -- Readers accept a PDF with its signature within the first kilobyte.
        WHEN LOCATE(_binary '%PDF-', LEFT(p_content, 1024)) > 0 THEN 'pdf'
    END;
END //

DELIMITER ;
