-- job_post: post a job or an internship.
--
-- Parameters
--   p_actor_id          users.id of a graduate or an admin
--   p_title             at most 150 characters
--   p_company_name      at most 150 characters
--   p_job_type          internship, full_time, part_time, contract, remote
--   p_location          city and country; NULL: not given
--   p_is_remote         1: the work can be done from anywhere; always 1 for the type remote
--   p_experience_level  entry, junior, mid, senior, lead; NULL: any
--   p_description       Markdown, at most 20,000 characters
--   p_requirements      Markdown, at most 20,000 characters; NULL: none
--   p_salary_min        NULL: not given
--   p_salary_max        NULL: not given
--   p_salary_currency   ISO 4217; NULL: the institution's
--   p_salary_period     hour, month, year; NULL: year
--   p_deadline          last day to apply, in UTC, from today to two years ahead; NULL: until
--                       closed
--   p_vacancies         1 to 1000; NULL: 1
--   p_skills            at most 20 names separated by commas; NULL: none
--   p_target_audience   all, alumni_only, students_only; NULL: all
--   p_idempotency_key   created with the form: the same key returns the same posting; NULL: none
-- Result sets
--   job (one)  id
-- Errors
--   45401  not signed in
--   45403  the actor is a student
--   45422  invalid value
-- Example
--   CALL job_post(
--       2, 'Data analyst', 'Northwind', 'full_time', 'Lisbon, Portugal', 0, 'junior',
--       'Turn questions into queries.', NULL, 30000, 42000, 'EUR', 'year', NULL, 1,
--       'SQL, Python', 'all', NULL
--   );

DROP PROCEDURE IF EXISTS job_post;

DELIMITER //

CREATE PROCEDURE job_post (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_title VARCHAR(150),
    IN p_company_name VARCHAR(150),
    IN p_job_type VARCHAR(20),
    IN p_location VARCHAR(150),
    IN p_is_remote BOOLEAN,
    IN p_experience_level VARCHAR(20),
    IN p_description MEDIUMTEXT,
    IN p_requirements MEDIUMTEXT,
    IN p_salary_min DECIMAL(12, 2),
    IN p_salary_max DECIMAL(12, 2),
    IN p_salary_currency VARCHAR(3),
    IN p_salary_period VARCHAR(10),
    IN p_deadline DATE,
    IN p_vacancies SMALLINT UNSIGNED,
    IN p_skills TEXT,
    IN p_target_audience VARCHAR(20),
    IN p_idempotency_key VARCHAR(64)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Post a job or an internship. | job: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_job_id BIGINT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    CALL _require_actor(p_actor_id, v_role);
    IF v_role = 'student' THEN
        SIGNAL SQLSTATE '45403'
            SET MESSAGE_TEXT = 'Only alumni and the alumni office can post jobs.';
    END IF;
    CALL _idempotency_claim(p_actor_id, 'job_post', p_idempotency_key, v_job_id);
    IF v_job_id IS NULL THEN
        CALL _require_job_values(
            p_title, p_company_name, p_job_type, p_location, p_experience_level, p_description,
            p_requirements, p_salary_min, p_salary_max, p_salary_currency, p_salary_period,
            p_deadline, p_vacancies, p_skills, p_target_audience
        );
        INSERT INTO job_postings (
            poster_id, title, company_name, job_type, location, is_remote, experience_level,
            description, requirements, salary_min, salary_max, salary_currency, salary_period,
            deadline, vacancies, target_audience, created_by, updated_by
        )
        SELECT
            p_actor_id,
            p_title,
            p_company_name,
            p_job_type,
            p_location,
            p_job_type = 'remote' OR COALESCE(p_is_remote, 0),
            p_experience_level,
            p_description,
            p_requirements,
            p_salary_min,
            p_salary_max,
            COALESCE(p_salary_currency, i.currency),
            COALESCE(p_salary_period, 'year'),
            p_deadline,
            COALESCE(p_vacancies, 1),
            COALESCE(p_target_audience, 'all'),
            p_actor_id,
            p_actor_id
        FROM institution_info AS i
        WHERE i.id = 1;
        SET v_job_id = LAST_INSERT_ID();
        CALL _job_skills_write(p_actor_id, v_job_id, p_skills);
        CALL _job_terms_write(v_job_id);
        CALL _job_audit(
            p_actor_id, 'job_post', v_job_id, NULL,
            JSON_OBJECT('title', p_title, 'company_name', p_company_name, 'status', 'open')
        );
        CALL _idempotency_record(p_actor_id, 'job_post', p_idempotency_key, v_job_id);
    END IF;
    COMMIT;

    SELECT v_job_id AS id;
END //

DELIMITER ;
