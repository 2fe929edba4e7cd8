-- job_edit: change a posting.
--
-- Parameters
--   p_actor_id          users.id of the poster or an admin
--   p_job_id            job_postings.id
--   p_title             at most 150 characters
--   p_company_name      at most 150 characters
--   p_job_type          internship, full_time, part_time, contract, remote
--   p_location          NULL: not given
--   p_is_remote         1: the work can be done from anywhere
--   p_experience_level  entry, junior, mid, senior, lead; NULL: any
--   p_description       Markdown, at most 20,000 characters
--   p_requirements      Markdown; NULL: none
--   p_salary_min        NULL: not given
--   p_salary_max        NULL: not given
--   p_salary_currency   ISO 4217; NULL: the institution's
--   p_salary_period     hour, month, year; NULL: year
--   p_deadline          last day to apply; a past day may stay unchanged; NULL: until
--                       closed
--   p_vacancies         1 to 1000, not below the number of people hired; NULL: 1
--   p_skills            at most 20 names separated by commas; NULL: none
--   p_target_audience   all, alumni_only, students_only; NULL: all
--   p_revision          job_postings.revision that the editor saw; NULL: do not check
-- Result sets
--   job (one)  id, revision
-- Errors
--   45401  not signed in
--   45403  the actor does not manage the posting
--   45404  no such posting
--   45409  changed by someone else, or more people are hired than there would be openings
--   45422  invalid value
-- Example
--   CALL job_edit(
--       2, 1, 'Backend engineer', 'Northwind', 'full_time', 'Lisbon, Portugal', 1, 'mid',
--       'Turn questions into queries.', NULL, 40000, 52000, 'EUR', 'year', NULL, 2,
--       'SQL, Python', 'all', NULL
--   );

DROP PROCEDURE IF EXISTS job_edit;

DELIMITER //

CREATE PROCEDURE job_edit (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_job_id BIGINT UNSIGNED,
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
    IN p_revision INT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Change a posting. | job: one'
BEGIN
    DECLARE v_deadline DATE;
    DECLARE v_revision INT UNSIGNED;
    DECLARE v_before JSON;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    CALL _job_lock(p_actor_id, p_job_id, 0);
    SELECT
        deadline,
        revision,
        JSON_OBJECT(
            'title', title, 'company_name', company_name, 'deadline', deadline,
            'vacancies', vacancies, 'target_audience', target_audience
        )
    INTO v_deadline, v_revision, v_before
    FROM job_postings
    WHERE id = p_job_id
    FOR UPDATE;
    IF p_revision <> v_revision THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT
            = 'Someone else changed this. Reload the page and try again.';
    END IF;
    CALL _require_job_values(
        p_title, p_company_name, p_job_type, p_location, p_experience_level, p_description,
        p_requirements, p_salary_min, p_salary_max, p_salary_currency, p_salary_period,
        IF(p_deadline <=> v_deadline, NULL, p_deadline), p_vacancies, p_skills, p_target_audience
    );
    IF COALESCE(p_vacancies, 1) < hired_count_of(p_job_id) THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'vacancies: More people are already hired. Enter a higher number.';
    END IF;
    UPDATE job_postings
    SET
        title = p_title,
        company_name = p_company_name,
        job_type = p_job_type,
        location = p_location,
        is_remote = p_job_type = 'remote' OR COALESCE(p_is_remote, 0),
        experience_level = p_experience_level,
        description = p_description,
        requirements = p_requirements,
        salary_min = p_salary_min,
        salary_max = p_salary_max,
        salary_currency = COALESCE(
            p_salary_currency, (
                SELECT currency FROM institution_info
                WHERE id = 1
            )
        ),
        salary_period = COALESCE(p_salary_period, 'year'),
        deadline = p_deadline,
        vacancies = COALESCE(p_vacancies, 1),
        target_audience = COALESCE(p_target_audience, 'all'),
        revision = revision + 1,
        updated_by = p_actor_id
    WHERE id = p_job_id;
    CALL _job_close_filled(p_actor_id, p_job_id);
    CALL _job_skills_write(p_actor_id, p_job_id, p_skills);
    CALL _job_terms_write(p_job_id);
    CALL _job_audit(
        p_actor_id, 'job_edit', p_job_id, v_before,
        JSON_OBJECT(
            'title', p_title, 'company_name', p_company_name, 'deadline', p_deadline,
            'vacancies', COALESCE(p_vacancies, 1), 'target_audience', p_target_audience
        )
    );
    COMMIT;

    SELECT
        p_job_id AS id,
        v_revision + 1 AS revision;
END //

DELIMITER ;
