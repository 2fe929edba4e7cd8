-- job_form_read: read the values for the form of a posting, existing or new.
--
-- Parameters
--   p_actor_id  users.id of a graduate or an admin
--   p_job_id    job_postings.id to edit; NULL: a new posting
-- Result sets
--   job (maybe)              the columns of the posting; skills separated by commas; none for a new
--                            one
--   defaults (one)           salary_currency
--   suggested_skills (many)  name
-- Errors
--   45401  not signed in
--   45403  the actor is a student, or does not manage the posting
--   45404  no such posting
-- Example
--   CALL job_form_read(2, 1);

DROP PROCEDURE IF EXISTS job_form_read;

DELIMITER //

CREATE PROCEDURE job_form_read (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_job_id BIGINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read the form of a posting. | job: maybe, defaults: one, suggested_skills: many'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_poster_id BIGINT UNSIGNED;
    DECLARE v_audience VARCHAR(20);

    CALL _require_actor(p_actor_id, v_role);
    IF p_job_id IS NULL AND v_role = 'student' THEN
        SIGNAL SQLSTATE '45403'
            SET MESSAGE_TEXT = 'Only alumni and the alumni office can post jobs.';
    END IF;
    IF p_job_id IS NOT NULL THEN
        SELECT
            poster_id,
            target_audience
        INTO v_poster_id, v_audience
        FROM job_postings
        WHERE id = p_job_id AND is_deleted = 0;
        IF v_poster_id IS NULL OR NOT can_see_job(p_actor_id, v_role, v_poster_id, v_audience)
        THEN
            SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Job not found.';
        END IF;
        IF NOT can_manage_job(p_actor_id, v_role, v_poster_id) THEN
            SIGNAL SQLSTATE '45403'
                SET MESSAGE_TEXT = 'Only the poster or the alumni office can do this.';
        END IF;
    END IF;

    SELECT
        id,
        title,
        company_name,
        job_type,
        location,
        is_remote,
        experience_level,
        description,
        requirements,
        salary_min,
        salary_max,
        salary_currency,
        salary_period,
        deadline,
        vacancies,
        target_audience,
        status,
        revision,
        skill_names_of(id) AS skills
    FROM job_postings
    WHERE id = p_job_id;
    SELECT currency AS salary_currency FROM institution_info
    WHERE id = 1;
    SELECT s.name FROM skills AS s
    WHERE s.is_retired = 0
    ORDER BY s.name LIMIT 200;
END //

DELIMITER ;
