-- _job_rows: read postings as lists show them.
--
-- Parameters
--   p_actor_id  users.id of the viewer; NULL: a visitor
--   p_ids       job_postings.id in the order of the list, separated by commas; NULL: none
-- Result sets
--   jobs (many)  id, title, company_name, job_type, experience_level, location, is_remote,
--                salary_min, salary_max, salary_currency, salary_period, target_audience, deadline,
--                vacancies, status, created_at, applications_count, poster_id, poster_name,
--                is_poster_visible (the profile, to the actor), skills, has_applied
-- Errors
--   none

DROP PROCEDURE IF EXISTS _job_rows;

DELIMITER //

CREATE PROCEDURE _job_rows (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_ids TEXT
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read postings as lists show them. | jobs: many'
BEGIN
    SELECT
        j.id,
        j.title,
        j.company_name,
        j.job_type,
        j.experience_level,
        j.location,
        j.is_remote,
        j.salary_min,
        j.salary_max,
        j.salary_currency,
        j.salary_period,
        j.target_audience,
        j.deadline,
        j.vacancies,
        j.status,
        j.created_at,
        j.applications_count,
        j.poster_id,
        name_of(j.poster_id) AS poster_name,
        can_see_person(p_actor_id, j.poster_id, 'profile') AS is_poster_visible,
        skill_names_of(j.id) AS skills,
        EXISTS(
            SELECT 1
            FROM job_applications AS a
            WHERE
                a.job_posting_id = j.id
                AND a.applicant_id = p_actor_id
                AND a.status <> 'withdrawn'
                AND a.is_deleted = 0
        ) AS has_applied
    FROM
        JSON_TABLE(
            CONCAT('[', COALESCE(p_ids, ''), ']'),
            '$[*]' COLUMNS (position FOR ORDINALITY, id BIGINT UNSIGNED PATH '$')
        ) AS k
    JOIN job_postings AS j ON j.id = k.id
    ORDER BY k.position;
END //

DELIMITER ;
