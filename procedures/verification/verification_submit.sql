-- verification_submit: submit a request for verification, with a first document.
--
-- One open request per person. Further documents, up to five in total, are added one by one while
-- it is open (verification_document_add): a packet of the database holds one file of 16 MB.
--
-- Parameters
--   p_actor_id         users.id of a graduate or student
--   p_kind             what the document proves: alumni_status, degree (alumni), student_status
--                      (students), identity
--   p_note             message to the office, at most 1,000 characters; NULL: none
--   p_document         the file: PDF, JPEG or PNG by its content, at most 16 MB
--   p_document_name    as the person calls it; its ending must agree with the content
--   p_idempotency_key  created with the form: the same key returns the same request; NULL: none
-- Result sets
--   request (one)  id, status
-- Errors
--   45401  not signed in
--   45403  the actor is an admin
--   45409  another request is open, or this is already verified
--   45413  the file is too large
--   45422  invalid value
--   45429  five requests in a day
-- Example
--   CALL verification_submit(
--       16, 'identity', 'My passport.', '%PDF-1.4 a passport', 'passport.pdf', NULL
--   );

DROP PROCEDURE IF EXISTS verification_submit;

DELIMITER //

CREATE PROCEDURE verification_submit (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_kind VARCHAR(20),
    IN p_note VARCHAR(1000),
    IN p_document LONGBLOB,
    IN p_document_name VARCHAR(255),
    IN p_idempotency_key VARCHAR(64)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Submit a request for verification, with a first document. | request: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_state VARCHAR(20);
    DECLARE v_request_id BIGINT UNSIGNED;
    DECLARE v_open_count INT UNSIGNED;
    DECLARE v_approved_count INT UNSIGNED;
    DECLARE v_recent_count INT UNSIGNED;
    DECLARE v_document JSON;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the lock.
    CALL _require_actor(p_actor_id, v_role);
    IF v_role = 'admin' THEN
        SIGNAL SQLSTATE '45403'
            SET MESSAGE_TEXT = 'Alumni office accounts don''t need verification.';
    END IF;
    IF p_kind IS NULL OR NOT FIND_IN_SET(p_kind, verification_kinds_of(v_role)) THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'kind: Choose what your document proves.';
    END IF;
    CALL _require_text('note', p_note, 1000, 0, 1);
    CALL _require_verification_document(p_document, p_document_name);

    START TRANSACTION;
    CALL _graduand_lock(p_actor_id, v_state);
    CALL _idempotency_claim(p_actor_id, 'verification_submit', p_idempotency_key, v_request_id);
    IF v_request_id IS NULL THEN
        IF v_state <> v_role THEN
            SIGNAL SQLSTATE '45409'
                SET MESSAGE_TEXT = 'Your account has changed. Reload the page and try again.';
        END IF;
        SELECT
            COALESCE(SUM(is_open = 1), 0),
            COALESCE(SUM(status = 'approved' AND kind = p_kind), 0),
            COALESCE(SUM(created_at > UTC_TIMESTAMP() - INTERVAL 1 DAY), 0)
        INTO v_open_count, v_approved_count, v_recent_count
        FROM verification_queue
        WHERE user_id = p_actor_id;
        IF v_open_count > 0 THEN
            SIGNAL SQLSTATE '45409'
                SET MESSAGE_TEXT = 'You already have an open request. Add documents to it instead.';
        ELSEIF v_approved_count > 0 THEN
            SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = 'This is already verified.';
        ELSEIF v_recent_count >= 5 THEN
            SIGNAL SQLSTATE '45429'
                SET MESSAGE_TEXT = 'You can send five requests a day. Try again in 24 hours.';
        END IF;

        -- The request first, because the document references it.
        INSERT INTO verification_queue (
            user_id, kind, note, submitted_documents, created_at, created_by, updated_by
        ) VALUES (
            p_actor_id, p_kind, p_note, JSON_ARRAY('stored below'), UTC_TIMESTAMP(), p_actor_id,
            p_actor_id
        );
        SET v_request_id = LAST_INSERT_ID();
        CALL _verification_document_store(
            p_actor_id, v_request_id, p_document, p_document_name, v_document
        );
        UPDATE verification_queue SET submitted_documents = JSON_ARRAY(v_document)
        WHERE id = v_request_id;
        CALL _audit(
            p_actor_id, 'verification_submit', 'verification_queue', v_request_id, NULL,
            JSON_OBJECT('status', 'pending', 'kind', p_kind)
        );
        CALL _idempotency_record(
            p_actor_id, 'verification_submit', p_idempotency_key, v_request_id
        );
    END IF;
    COMMIT;

    SELECT
        id,
        status
    FROM verification_queue
    WHERE id = v_request_id;
END //

DELIMITER ;
