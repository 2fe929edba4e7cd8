-- verification_file_read: read a submitted document.
--
-- Parameters
--   p_actor_id       users.id of the person who submitted it, or an admin
--   p_request_id     verification_queue.id
--   p_media_file_id  media_files.id of the document
-- Result sets
--   file (one)  file_name, media_type, byte_size, sha256 (hexadecimal), content
-- Errors
--   45401  not signed in
--   45404  no such document for the actor, or it is deleted
-- Example
--   CALL verification_file_read(3, 0, 1);  -- refused: 45404

DROP PROCEDURE IF EXISTS verification_file_read;

DELIMITER //

CREATE PROCEDURE verification_file_read (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_request_id BIGINT UNSIGNED,
    IN p_media_file_id BIGINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read a submitted document. | file: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_documents JSON;
    DECLARE v_name VARCHAR(255);

    CALL _require_actor(p_actor_id, v_role);
    SELECT q.submitted_documents INTO v_documents
    FROM verification_queue AS q
    JOIN users AS u ON u.id = q.user_id
    JOIN
        verification_files AS f
        ON f.verification_id = q.id AND f.media_file_id = p_media_file_id
    WHERE
        q.id = p_request_id
        AND (q.user_id = p_actor_id OR v_role = 'admin')
        -- Documents of deleted accounts are hidden from the first day.
        AND u.is_deleted = 0;
    SELECT d.name INTO v_name
    FROM
        JSON_TABLE(
            v_documents, '$[*]' COLUMNS (
                media_file_id BIGINT UNSIGNED PATH '$.media_file_id',
                name VARCHAR(255) PATH '$.name'
            )
        ) AS d
    WHERE d.media_file_id = p_media_file_id;
    IF v_name IS NULL THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Document not found. It may have been deleted.';
    END IF;

    SELECT
        media_type,
        byte_size,
        content,
        v_name AS file_name,
        LOWER(HEX(sha256)) AS sha256
    FROM media_files
    WHERE id = p_media_file_id;
END //

DELIMITER ;
