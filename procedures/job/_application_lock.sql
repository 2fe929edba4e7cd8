-- _application_lock: lock an application after its posting, or refuse a missing one.
--
-- Parameters
--   p_actor_id        users.id
--   p_application_id  job_applications.id
--   p_as              applicant: the actor's own; poster: for a posting that the actor manages
--   p_job_id          job_postings.id
--   p_status          its status
-- Result sets
--   none
-- Errors
--   45401  not signed in
--   45404  no such application, or the actor may not see it

DROP PROCEDURE IF EXISTS _application_lock;

DELIMITER //

CREATE PROCEDURE _application_lock (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_application_id BIGINT UNSIGNED,
    IN p_as VARCHAR(20),
    OUT p_job_id BIGINT UNSIGNED,
    OUT p_status VARCHAR(20)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Lock an application after its posting, or refuse a missing one.'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_poster_id BIGINT UNSIGNED;
    DECLARE v_applicant_id BIGINT UNSIGNED;

    CALL _require_actor(p_actor_id, v_role);
    SELECT job_posting_id INTO p_job_id FROM job_applications
    WHERE id = p_application_id;
    SELECT poster_id INTO v_poster_id FROM job_postings
    WHERE id = p_job_id FOR UPDATE;
    SELECT
        status,
        applicant_id
    INTO p_status, v_applicant_id
    FROM job_applications
    WHERE id = p_application_id AND is_deleted = 0
    FOR UPDATE;
    IF
        p_status IS NULL
        OR (p_as = 'applicant' AND v_applicant_id <> p_actor_id)
        OR (p_as = 'poster' AND NOT can_manage_job(p_actor_id, v_role, v_poster_id))
    THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Application not found.';
    END IF;
END //

DELIMITER ;
