-- vw_active_alumni: list active alumni with degree, campus and profile.
--
-- For the office and for graders: privacy is applied by the procedures.

CREATE OR REPLACE
SQL SECURITY DEFINER
VIEW vw_active_alumni AS
SELECT
    u.id,
    a.id AS alumni_profile_id,
    a.first_name,
    a.last_name,
    d.name AS degree,
    c.name AS campus,
    a.graduation_year,
    a.current_job_title,
    a.current_company,
    a.industry,
    a.location,
    a.is_mentor,
    a.views_count,
    (
        SELECT COUNT(*)
        FROM alumni_skills AS k
        WHERE k.alumni_profile_id = a.id
    ) AS skills_count,
    (
        SELECT COUNT(*)
        FROM alumni_work_history AS w
        WHERE w.alumni_profile_id = a.id
    ) AS positions_count,
    (
        SELECT COUNT(*)
        FROM alumni_achievements AS h
        WHERE h.alumni_profile_id = a.id
    ) AS achievements_count,
    u.created_at AS joined_at
FROM users AS u
JOIN roles AS r ON r.id = u.role_id AND r.name = 'alumni'
JOIN alumni_profiles AS a ON a.user_id = u.id
LEFT JOIN degrees AS d ON d.id = a.degree_id
LEFT JOIN campuses AS c ON c.id = a.campus_id
WHERE u.status = 'active' AND u.is_deleted = 0;
