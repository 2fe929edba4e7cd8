-- vw_alumni_careers: list the positions of active alumni as a timeline, the current one first.

CREATE OR REPLACE
SQL SECURITY DEFINER
VIEW vw_alumni_careers AS
SELECT
    u.id AS user_id,
    a.first_name,
    a.last_name,
    w.job_title,
    w.company,
    w.location,
    w.start_date,
    w.end_date,
    w.end_date IS NULL AS is_current,
    TIMESTAMPDIFF(MONTH, w.start_date, COALESCE(w.end_date, UTC_DATE())) + 1 AS months_count,
    ROW_NUMBER() OVER (
        PARTITION BY u.id
        ORDER BY w.end_date IS NULL DESC, w.end_date DESC, w.start_date DESC, w.id DESC
    ) AS position
FROM users AS u
JOIN roles AS r ON r.id = u.role_id AND r.name = 'alumni'
JOIN alumni_profiles AS a ON a.user_id = u.id
JOIN alumni_work_history AS w ON w.alumni_profile_id = a.id
WHERE u.status = 'active' AND u.is_deleted = 0;
