-- _application_visible: refuse an application that a person may not see.
--
-- Only the applicant and the people who manage the posting can see it.
--
-- Parameters
--   p_actor_id        users.id
--   p_application_id  job_applications.id
--   p_is_manager      1: the actor manages the posting
-- Result sets
--   none
-- Errors
--   45401  not signed in
--   45404  no such application, or the actor may not see it

DROP PROCEDURE IF EXISTS _application_visible;

DELIMITER //

CREATE PROCEDURE _application_visible (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_application_id BIGINT UNSIGNED,
    OUT p_is_manager BOOLEAN
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Refuse an application that a person may not see.'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_applicant_id BIGINT UNSIGNED;

    CALL _require_actor(p_actor_id, v_role);
    SELECT
        a.applicant_id,
        can_manage_job(p_actor_id, v_role, j.poster_id)
    INTO v_applicant_id, p_is_manager
    FROM job_applications AS a
    JOIN job_postings AS j ON j.id = a.job_posting_id
    WHERE a.id = p_application_id AND a.is_deleted = 0;
    IF v_applicant_id IS NULL OR (v_applicant_id <> p_actor_id AND NOT p_is_manager) THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Application not found.';
    END IF;
END //

DELIMITER ;
