-- _verification_documents: list the documents of a request.
--
-- Parameters
--   p_request_id  verification_queue.id; NULL: no rows
-- Result sets
--   documents (many)  media_file_id, name, media_type, byte_size, is_there (0: its content is
--                     deleted), in the order of submission
-- Errors
--   none

DROP PROCEDURE IF EXISTS _verification_documents;

DELIMITER //

CREATE PROCEDURE _verification_documents (IN p_request_id BIGINT UNSIGNED)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'List the documents of a request. | documents: many'
BEGIN
    DECLARE v_documents JSON;
    DECLARE v_is_there BOOLEAN;

    SELECT
        q.submitted_documents,
        q.files_removed_at IS NULL AND u.is_deleted = 0
    INTO v_documents, v_is_there
    FROM verification_queue AS q
    JOIN users AS u ON u.id = q.user_id
    WHERE q.id = p_request_id;

    SELECT
        d.media_file_id,
        d.name,
        d.media_type,
        d.byte_size,
        v_is_there AS is_there
    FROM
        JSON_TABLE(
            v_documents, '$[*]' COLUMNS (
                position FOR ORDINALITY,
                media_file_id BIGINT UNSIGNED PATH '$.media_file_id',
                name VARCHAR(255) PATH '$.name',
                media_type VARCHAR(100) PATH '$.media_type',
                byte_size INT UNSIGNED PATH '$.byte_size'
            )
        ) AS d
    ORDER BY d.position;
END //

DELIMITER ;
