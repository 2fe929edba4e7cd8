-- _job_applicant_rows: list applications for a posting, newest first.
--
-- Parameters
--   p_job_id  job_postings.id; NULL: no rows
--   p_status  job_applications.status; NULL: any
--   p_after   the last id of the previous page; NULL: the first page
--   p_limit   maximum number of rows
-- Result sets
--   applicants (many)  id, applicant_id, applicant_name, applicant_email, applicant_role, status,
--                      applied_at, expected_salary, cover_letter, cv_file_name, private_note,
--                      next_statuses (comma-separated)
-- Errors
--   none

DROP PROCEDURE IF EXISTS _job_applicant_rows;

DELIMITER //

CREATE PROCEDURE _job_applicant_rows (
    IN p_job_id BIGINT UNSIGNED,
    IN p_status VARCHAR(20),
    IN p_after BIGINT UNSIGNED,
    IN p_limit INT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'List applications for a posting, newest first. | applicants: many'
BEGIN
    SELECT
        a.id,
        a.applicant_id,
        -- Deleted accounts show neither email address nor message nor file.
        IF(u.is_deleted, NULL, u.email) AS applicant_email,
        r.name AS applicant_role,
        a.status,
        a.applied_at,
        a.expected_salary,
        IF(u.is_deleted, NULL, a.cover_letter) AS cover_letter,
        IF(u.is_deleted, NULL, a.cv_file_name) AS cv_file_name,
        a.private_note,
        name_of(a.applicant_id) AS applicant_name,
        (
            SELECT GROUP_CONCAT(m.to_status ORDER BY m.to_status + 0)
            FROM job_application_moves AS m
            WHERE m.from_status = a.status AND m.mover = 'poster'
        ) AS next_statuses
    FROM job_applications AS a
    JOIN users AS u ON u.id = a.applicant_id
    JOIN roles AS r ON r.id = u.role_id
    WHERE
        a.job_posting_id = p_job_id
        AND a.is_deleted = 0
        AND (p_status IS NULL OR a.status = p_status)
        AND (p_after IS NULL OR a.id < p_after)
    ORDER BY a.id DESC
    LIMIT p_limit;
END //

DELIMITER ;
