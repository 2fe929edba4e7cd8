-- job_read: read one posting.
--
-- Parameters
--   p_actor_id  users.id of the reader
--   p_job_id    job_postings.id
-- Result sets
--   job (one)           the columns of the posting, poster_name, is_poster_visible (the profile, to
--                       the actor), skills, is_open, is_mine, can_edit, can_close, can_reopen,
--                       can_apply, cannot_apply_reason (a sentence; NULL: the actor can apply)
--   skills (many)       id, name, domain, is_yours (the actor has it)
--   application (maybe)  the actor's own: id, status, applied_at, cover_letter, expected_salary,
--                       cv_file_name, can_withdraw
--   history (many)      status changes of that application: from_status, to_status, created_at
--   applicants (many)   for the people who manage the posting, the newest 50: as in job_applicants
-- Errors
--   45401  not signed in
--   45404  no such posting, or the actor may not see it
-- Example
--   CALL job_read(3, 1);

DROP PROCEDURE IF EXISTS job_read;

DELIMITER //

CREATE PROCEDURE job_read (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_job_id BIGINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT
'Read one posting. | job: one, skills: many, application: maybe, history: many, applicants: many'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_reason VARCHAR(128);
    DECLARE v_application_id BIGINT UNSIGNED;
    DECLARE v_poster_id BIGINT UNSIGNED;

    CALL _require_actor(p_actor_id, v_role);
    CALL _job_visible(p_actor_id, v_role, p_job_id, v_poster_id);
    CALL _job_apply_obstacle(p_actor_id, v_role, p_job_id, v_reason);

    SELECT
        j.id,
        j.title,
        j.company_name,
        j.job_type,
        j.experience_level,
        j.location,
        j.is_remote,
        j.description,
        j.requirements,
        j.salary_min,
        j.salary_max,
        j.salary_currency,
        j.salary_period,
        j.target_audience,
        j.deadline,
        j.closes_at,
        j.vacancies,
        j.status,
        j.closed_at,
        j.closed_reason,
        j.views_count,
        j.applications_count,
        j.revision,
        j.created_at,
        j.updated_at,
        j.poster_id,
        j.is_deleted,
        v_reason AS cannot_apply_reason,
        name_of(j.poster_id) AS poster_name,
        can_see_person(p_actor_id, j.poster_id, 'profile') AS is_poster_visible,
        skill_names_of(j.id) AS skills,
        is_job_open(j.is_listed, j.closes_at) AS is_open,
        j.poster_id = p_actor_id AS is_mine,
        can_manage_job(p_actor_id, v_role, j.poster_id) AS can_edit,
        j.status = 'open' AND can_manage_job(p_actor_id, v_role, j.poster_id) AS can_close,
        j.status = 'closed' AND can_manage_job(p_actor_id, v_role, j.poster_id) AS can_reopen,
        v_reason IS NULL AS can_apply
    FROM job_postings AS j
    WHERE j.id = p_job_id;

    SELECT
        s.id,
        s.name,
        d.name AS domain,
        EXISTS(
            SELECT 1 FROM vw_person_skills AS k
            WHERE k.user_id = p_actor_id AND k.skill_id = p.skill_id
        ) AS is_yours
    FROM job_posting_skills AS p
    JOIN skills AS s ON s.id = p.skill_id
    JOIN skill_domains AS d ON d.id = s.domain_id
    WHERE p.job_posting_id = p_job_id
    ORDER BY s.name;

    SELECT id INTO v_application_id
    FROM job_applications
    WHERE job_posting_id = p_job_id AND applicant_id = p_actor_id AND is_deleted = 0;
    SELECT
        id,
        status,
        applied_at,
        cover_letter,
        expected_salary,
        cv_file_name,
        is_move_allowed(status, 'withdrawn', 'applicant') AS can_withdraw
    FROM job_applications
    WHERE id = v_application_id;
    SELECT
        from_status,
        to_status,
        created_at
    FROM job_application_history
    WHERE job_application_id = v_application_id
    ORDER BY id;

    CALL _job_applicant_rows(
        IF(can_manage_job(p_actor_id, v_role, v_poster_id), p_job_id, NULL), NULL, NULL, 50
    );
END //

DELIMITER ;
