-- verification_document_remove: remove a document from the actor's open request.
--
-- Its content is deleted immediately, unless someone else has submitted the same file.
--
-- Parameters
--   p_actor_id       users.id of the requester
--   p_request_id     verification_queue.id
--   p_media_file_id  media_files.id of the document
-- Result sets
--   request (one)  id, status, documents_count
-- Errors
--   45401  not signed in
--   45404  no such request of the actor, or no such document in it
--   45409  not open, or it has no other document
-- Example
--   CALL verification_document_remove(3, 0, 1);  -- refused: 45404

DROP PROCEDURE IF EXISTS verification_document_remove;

DELIMITER //

CREATE PROCEDURE verification_document_remove (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_request_id BIGINT UNSIGNED,
    IN p_media_file_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Remove a document from the actor''s open request. | request: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_status VARCHAR(20);
    DECLARE v_documents JSON;
    DECLARE v_position INT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the lock.
    CALL _require_actor(p_actor_id, v_role);

    START TRANSACTION;
    CALL _verification_lock(p_actor_id, p_request_id, v_status, v_documents);
    SELECT d.position INTO v_position
    FROM
        JSON_TABLE(
            v_documents, '$[*]' COLUMNS (
                position FOR ORDINALITY,
                media_file_id BIGINT UNSIGNED PATH '$.media_file_id'
            )
        ) AS d
    WHERE d.media_file_id = p_media_file_id;
    IF v_position IS NULL THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Document not found.';
    END IF;
    IF JSON_LENGTH(v_documents) = 1 THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'A request needs a document. Add another one first, or withdraw.';
    END IF;
    DELETE FROM verification_files
    WHERE verification_id = p_request_id AND media_file_id = p_media_file_id;
    CALL _media_files_remove(JSON_ARRAY(p_media_file_id));
    UPDATE verification_queue
    SET
        submitted_documents = JSON_REMOVE(submitted_documents, CONCAT('$[', v_position - 1, ']')),
        revision = revision + 1,
        updated_by = p_actor_id
    WHERE id = p_request_id;
    COMMIT;

    SELECT
        id,
        status,
        JSON_LENGTH(submitted_documents) AS documents_count
    FROM verification_queue
    WHERE id = p_request_id;
END //

DELIMITER ;
