-- job_application_note: save a private note about an applicant.
--
-- Parameters
--   p_actor_id        users.id of the poster or an admin
--   p_application_id  job_applications.id
--   p_note            at most 5,000 characters; NULL: no note
-- Result sets
--   application (one)  id, job_id
-- Errors
--   45401  not signed in
--   45404  no such application for a posting that the actor manages
--   45422  invalid note
-- Example
--   CALL job_application_note(2, 1, 'Knows window functions.');

DROP PROCEDURE IF EXISTS job_application_note;

DELIMITER //

CREATE PROCEDURE job_application_note (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_application_id BIGINT UNSIGNED,
    IN p_note MEDIUMTEXT
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Save a private note about an applicant. | application: one'
BEGIN
    DECLARE v_job_id BIGINT UNSIGNED;
    DECLARE v_status VARCHAR(20);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    CALL _application_lock(p_actor_id, p_application_id, 'poster', v_job_id, v_status);
    CALL _require_text('note', p_note, 5000, 0, 1);
    UPDATE job_applications SET private_note = p_note, updated_by = p_actor_id
    WHERE id = p_application_id;
    -- Logs only that there is a note; its text is about a person and stays with the application.
    CALL _job_audit(
        p_actor_id, 'job_application_note', v_job_id, NULL,
        JSON_OBJECT('application_id', p_application_id, 'has_note', p_note IS NOT NULL)
    );
    COMMIT;

    SELECT
        p_application_id AS id,
        v_job_id AS job_id;
END //

DELIMITER ;
