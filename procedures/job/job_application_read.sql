-- job_application_read: read one application with its history.
--
-- Parameters
--   p_actor_id        users.id of the applicant, the poster or an admin
--   p_application_id  job_applications.id
-- Result sets
--   application (one)  id, job_id, job_title, company_name, job_status, is_job_deleted,
--                      applicant_id, applicant_name, applicant_email, status, applied_at,
--                      cover_letter, expected_salary, salary_currency, salary_period, cv_file_name,
--                      private_note (NULL for the applicant), is_mine, can_withdraw, can_move
--   history (many)     from_status, to_status, created_at, mover_name
--   moves (many)       to_status: where the people who manage the posting can move it
-- Errors
--   45401  not signed in
--   45404  no such application, or the actor may not see it
-- Example
--   CALL job_application_read(3, 1);

DROP PROCEDURE IF EXISTS job_application_read;

DELIMITER //

CREATE PROCEDURE job_application_read (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_application_id BIGINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read one application with its history. | application: one, history: many, moves: many'
BEGIN
    DECLARE v_is_manager BOOLEAN;

    CALL _application_visible(p_actor_id, p_application_id, v_is_manager);
    SELECT
        a.id,
        a.job_posting_id AS job_id,
        j.title AS job_title,
        j.company_name,
        j.status AS job_status,
        j.is_deleted AS is_job_deleted,
        a.applicant_id,
        -- Deleted accounts show neither email address nor message nor file.
        IF(u.is_deleted, NULL, u.email) AS applicant_email,
        a.status,
        a.applied_at,
        IF(u.is_deleted, NULL, a.cover_letter) AS cover_letter,
        a.expected_salary,
        j.salary_currency,
        j.salary_period,
        IF(u.is_deleted, NULL, a.cv_file_name) AS cv_file_name,
        v_is_manager AS can_move,
        name_of(a.applicant_id) AS applicant_name,
        IF(v_is_manager, a.private_note, NULL) AS private_note,
        a.applicant_id = p_actor_id AS is_mine,
        a.applicant_id = p_actor_id
        AND is_move_allowed(a.status, 'withdrawn', 'applicant') AS can_withdraw
    FROM job_applications AS a
    JOIN job_postings AS j ON j.id = a.job_posting_id
    JOIN users AS u ON u.id = a.applicant_id
    WHERE a.id = p_application_id;
    SELECT
        h.from_status,
        h.to_status,
        h.created_at,
        name_of(h.created_by) AS mover_name
    FROM job_application_history AS h
    WHERE h.job_application_id = p_application_id
    ORDER BY h.id;
    SELECT m.to_status
    FROM job_applications AS a
    JOIN job_application_moves AS m ON m.from_status = a.status AND m.mover = 'poster'
    WHERE a.id = p_application_id AND v_is_manager
    ORDER BY m.to_status;
END //

DELIMITER ;
