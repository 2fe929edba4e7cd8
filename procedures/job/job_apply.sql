-- job_apply: apply for a job, with a CV. Withdrawn applicants can apply again.
--
-- Parameters
--   p_actor_id         users.id of the applicant
--   p_job_id           job_postings.id
--   p_cover_letter     at most 10,000 characters; NULL: none
--   p_expected_salary  in currency and period of the posting; NULL: not given
--   p_cv_file          pdf, doc, docx, png or jpg, at most 16 MB
--   p_cv_file_name     the applicant's name for the file
--   p_idempotency_key  created with the form: the same key returns the same application; NULL: none
-- Result sets
--   application (one)  id, job_id, status
-- Errors
--   45401  not signed in
--   45404  no such posting, or the actor may not see it
--   45409  closed, past its deadline, the actor's own, or already applied
--   45413  the file is too large
--   45422  invalid value
-- Example
--   CALL job_apply(3, 1, NULL, NULL, '%PDF-1.4', 'cv.pdf', NULL);
--   -- refused: 45409

DROP PROCEDURE IF EXISTS job_apply;

DELIMITER //

CREATE PROCEDURE job_apply (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_job_id BIGINT UNSIGNED,
    IN p_cover_letter MEDIUMTEXT,
    IN p_expected_salary DECIMAL(12, 2),
    IN p_cv_file LONGBLOB,
    IN p_cv_file_name VARCHAR(255),
    IN p_idempotency_key VARCHAR(64)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Apply for a job, with a CV. | application: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_poster_id BIGINT UNSIGNED;
    DECLARE v_reason VARCHAR(128);
    DECLARE v_application_id BIGINT UNSIGNED;
    DECLARE v_from VARCHAR(20);
    DECLARE v_media_id BIGINT UNSIGNED;
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    -- Locked, so that it cannot close between check and application; locked first, so
    -- that all later reads of this transaction are current.
    DO (SELECT id FROM job_postings WHERE id = p_job_id FOR UPDATE);
    CALL _require_actor(p_actor_id, v_role);
    CALL _idempotency_claim(p_actor_id, 'job_apply', p_idempotency_key, v_application_id);
    IF v_application_id IS NULL THEN
        CALL _job_visible(p_actor_id, v_role, p_job_id, v_poster_id);
        CALL _job_apply_obstacle(p_actor_id, v_role, p_job_id, v_reason);
        IF v_reason IS NOT NULL THEN
            SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = v_reason;
        END IF;
        CALL _require_text('cover_letter', p_cover_letter, 10000, 0, 1);
        IF p_expected_salary < 0 THEN
            SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'expected_salary: Enter 0 or more.';
        END IF;
        CALL _cv_store(p_actor_id, p_cv_file, p_cv_file_name, v_media_id);

        -- A deleted application starts over.
        SELECT
            id,
            IF(is_deleted = 1, NULL, status)
        INTO v_application_id, v_from
        FROM job_applications
        WHERE job_posting_id = p_job_id AND applicant_id = p_actor_id
        FOR UPDATE;
        IF v_application_id IS NULL THEN
            INSERT INTO job_applications (
                job_posting_id, applicant_id, cover_letter, expected_salary, cv_upload,
                cv_file_name, application_date, created_by, updated_by
            ) VALUES (
                p_job_id, p_actor_id, p_cover_letter, p_expected_salary, v_media_id,
                p_cv_file_name, v_now, p_actor_id, p_actor_id
            );
            SET v_application_id = LAST_INSERT_ID();
        ELSE
            UPDATE job_applications
            SET
                status = 'pending',
                is_deleted = 0,
                deleted_at = NULL,
                cover_letter = p_cover_letter,
                expected_salary = p_expected_salary,
                cv_upload = v_media_id,
                cv_file_name = p_cv_file_name,
                application_date = v_now,
                updated_by = p_actor_id
            WHERE id = v_application_id;
        END IF;
        CALL _application_moved(
            p_actor_id, v_application_id, v_from, 'pending', v_poster_id, 'application_received'
        );
        CALL _idempotency_record(p_actor_id, 'job_apply', p_idempotency_key, v_application_id);
    END IF;
    COMMIT;

    SELECT
        id,
        job_posting_id AS job_id,
        status
    FROM job_applications
    WHERE id = v_application_id;
END //

DELIMITER ;
