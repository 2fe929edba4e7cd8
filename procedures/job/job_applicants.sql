-- job_applicants: list the applicants for a posting, page by page.
--
-- Parameters
--   p_actor_id  users.id of the poster or an admin
--   p_job_id    job_postings.id
--   p_status    one of the eight statuses; NULL: any
--   p_after     next_after of the previous page; NULL: the first page
--   p_limit     rows per page, 1 to 50; NULL: 20
-- Result sets
--   job (one)          id, title, company_name, status, vacancies, hired_count, salary_currency,
--                      salary_period
--   applicants (many)  as _job_applicant_rows returns them
--   counts (many)      status, applications_count
--   page (one)         next_after (NULL: the end)
-- Errors
--   45400  p_after is not a cursor of this list
--   45401  not signed in
--   45403  the actor does not manage the posting
--   45404  no such posting
--   45422  unknown status
-- Example
--   CALL job_applicants(2, 1, NULL, NULL, 10);

DROP PROCEDURE IF EXISTS job_applicants;

DELIMITER //

CREATE PROCEDURE job_applicants (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_job_id BIGINT UNSIGNED,
    IN p_status VARCHAR(20),
    IN p_after VARCHAR(200),
    IN p_limit SMALLINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'List the applicants for a posting. | job: one, applicants: many, counts: many, page: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_poster_id BIGINT UNSIGNED;
    DECLARE v_limit INT UNSIGNED DEFAULT LEAST(GREATEST(COALESCE(p_limit, 20), 1), 50);

    CALL _require_actor(p_actor_id, v_role);
    CALL _job_visible(p_actor_id, v_role, p_job_id, v_poster_id);
    IF NOT can_manage_job(p_actor_id, v_role, v_poster_id) THEN
        SIGNAL SQLSTATE '45403'
            SET MESSAGE_TEXT = 'Only the poster or the alumni office can do this.';
    END IF;
    CALL _require_cursor(p_after);
    CALL _require_application_status('status', p_status);

    SELECT
        id,
        title,
        company_name,
        status,
        vacancies,
        salary_currency,
        salary_period,
        hired_count_of(id) AS hired_count
    FROM job_postings
    WHERE id = p_job_id;
    CALL _job_applicant_rows(p_job_id, p_status, p_after, v_limit);
    SELECT
        status,
        COUNT(*) AS applications_count
    FROM job_applications
    WHERE job_posting_id = p_job_id AND is_deleted = 0
    GROUP BY status
    ORDER BY status;
    SELECT
        (
            -- The last row of this page, if another page follows.
            SELECT MIN(IF(w.position = v_limit, w.id, NULL)) * NULLIF(COUNT(*) > v_limit, 0)
            FROM (
                SELECT
                    a.id,
                    ROW_NUMBER() OVER (ORDER BY a.id DESC) AS position
                FROM job_applications AS a
                WHERE
                    a.job_posting_id = p_job_id
                    AND a.is_deleted = 0
                    AND (p_status IS NULL OR a.status = p_status)
                    AND (p_after IS NULL OR a.id < p_after)
                ORDER BY a.id DESC
                LIMIT 51
            ) AS w
        ) AS next_after;
END //

DELIMITER ;
