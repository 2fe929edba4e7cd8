-- _require_job_values: reject invalid values of a posting.
--
-- The tables would refuse them as well (CHECK); here the message names the field.
--
-- Parameters
--   p_title             as in job_post
--   p_company_name      as in job_post
--   p_job_type          as in job_post
--   p_location          as in job_post
--   p_experience_level  as in job_post
--   p_description       as in job_post
--   p_requirements      as in job_post
--   p_salary_min        as in job_post
--   p_salary_max        as in job_post
--   p_salary_currency   as in job_post
--   p_salary_period     as in job_post
--   p_deadline          as in job_post; NULL: keep the old value
--   p_vacancies         as in job_post
--   p_skills            as in job_post
--   p_target_audience   as in job_post
-- Result sets
--   none
-- Errors
--   45422  invalid value

DROP PROCEDURE IF EXISTS _require_job_values;

DELIMITER //

CREATE PROCEDURE _require_job_values (
    IN p_title VARCHAR(150),
    IN p_company_name VARCHAR(150),
    IN p_job_type VARCHAR(20),
    IN p_location VARCHAR(150),
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
    IN p_target_audience VARCHAR(20)
)
NO SQL
SQL SECURITY DEFINER
COMMENT 'Reject invalid values of a posting.'
BEGIN
    DECLARE v_today DATE DEFAULT DATE(UTC_TIMESTAMP());
    DECLARE v_message VARCHAR(128);

    CALL _require_text('title', p_title, 150, 1, 0);
    CALL _require_text('company_name', p_company_name, 150, 1, 0);
    CALL _require_text('location', p_location, 150, 0, 0);
    CALL _require_text('description', p_description, 20000, 1, 1);
    CALL _require_text('requirements', p_requirements, 20000, 0, 1);
    CALL _require_text('skills', p_skills, 2000, 0, 0);
    SET v_message = CASE
        WHEN
            p_job_type IS NULL
            OR p_job_type NOT IN ('internship', 'full_time', 'part_time', 'contract', 'remote')
            THEN 'job_type: Choose a job type from the list.'
        WHEN p_experience_level NOT IN ('entry', 'junior', 'mid', 'senior', 'lead')
            THEN 'experience_level: Choose an experience level from the list.'
        WHEN p_salary_min < 0 THEN 'salary_min: Enter 0 or more.'
        WHEN p_salary_max < 0 THEN 'salary_max: Enter 0 or more.'
        WHEN p_salary_min > p_salary_max
            THEN 'salary_min: Enter a minimum salary that is not above the maximum.'
        WHEN p_salary_period = 'hour' AND COALESCE(p_salary_max, p_salary_min) > 1000000000
            THEN 'salary_max: Enter at most 1,000,000,000 an hour.'
        WHEN NOT REGEXP_LIKE(p_salary_currency, '^[A-Z]{3}$', 'c')
            THEN 'salary_currency: Enter three capital letters, such as USD.'
        WHEN p_salary_period NOT IN ('hour', 'month', 'year')
            THEN 'salary_period: Choose hour, month or year.'
        WHEN p_deadline < v_today THEN 'deadline: Choose today or a later day.'
        WHEN p_deadline > v_today + INTERVAL 2 YEAR
            THEN 'deadline: Choose a day within the next two years.'
        WHEN p_vacancies NOT BETWEEN 1 AND 1000 THEN 'vacancies: Enter a number from 1 to 1000.'
        WHEN p_target_audience NOT IN ('all', 'alumni_only', 'students_only')
            THEN 'target_audience: Choose everyone, alumni or students.'
    END;
    IF v_message IS NOT NULL THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = v_message;
    END IF;
END //

DELIMITER ;
