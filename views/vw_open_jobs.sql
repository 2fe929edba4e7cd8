-- vw_open_jobs: list postings that accept applications, with poster and skills, newest first by id.
--
-- Without regard to target_audience: the view shows all of them, the procedures filter.

DROP VIEW IF EXISTS vw_open_jobs;

CREATE OR REPLACE SQL SECURITY DEFINER VIEW vw_open_jobs AS
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
    j.views_count,
    j.applications_count,
    j.created_at,
    j.poster_id,
    name_of(j.poster_id) AS poster_name,
    skill_names_of(j.id) AS skills
FROM job_postings AS j
WHERE j.is_listed = 1 AND is_job_open(j.is_listed, j.closes_at);
