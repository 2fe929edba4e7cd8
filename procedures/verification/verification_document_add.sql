-- verification_document_add: add a document to the actor's open request.
--
-- Parameters
--   p_actor_id       users.id of the person who asked
--   p_request_id     verification_queue.id
--   p_document       the file: PDF, JPEG or PNG by its content, at most 16 MB
--   p_document_name  as the person calls it; its ending must agree with the content
-- Result sets
--   request (one)  id, status, documents_count
-- Errors
--   45401  not signed in
--   45404  no such request of the actor
--   45409  not open, five documents already, or this one is already attached
--   45413  the file is too large
--   45422  no file, or not a PDF, JPEG or PNG
-- Example
--   CALL verification_submit(16, 'identity', NULL, '%PDF-1.4 a passport', 'passport.pdf', NULL);
--   CALL verification_document_add(16, 0, '%PDF-1.4 a visa', 'visa.pdf');  -- refused: 45404

DROP PROCEDURE IF EXISTS verification_document_add;

DELIMITER //

CREATE PROCEDURE verification_document_add (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_request_id BIGINT UNSIGNED,
    IN p_document LONGBLOB,
    IN p_document_name VARCHAR(255)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Add a document to the actor''s open request. | request: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_status VARCHAR(20);
    DECLARE v_documents JSON;
    DECLARE v_document JSON;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the lock.
    CALL _require_actor(p_actor_id, v_role);
    CALL _require_verification_document(p_document, p_document_name);

    START TRANSACTION;
    CALL _verification_lock(p_actor_id, p_request_id, v_status, v_documents);
    IF JSON_LENGTH(v_documents) >= 5 THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'You can add up to five documents. Remove one first.';
    END IF;
    CALL _verification_document_store(
        p_actor_id, p_request_id, p_document, p_document_name, v_document
    );
    UPDATE verification_queue
    SET
        submitted_documents = JSON_ARRAY_APPEND(submitted_documents, '$', v_document),
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
