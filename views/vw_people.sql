-- vw_people: list every account with its display name.
--
-- Names are in the profile that represents the person today: by the role of the account. Deleted
-- accounts are shown as such wherever they appear.

CREATE OR REPLACE
SQL SECURITY DEFINER
VIEW vw_people AS
SELECT
    u.id,
    r.name AS role,
    u.status,
    u.is_deleted,
    CASE
        WHEN u.is_deleted = 1 THEN 'Former'
        ELSE COALESCE(f.first_name, a.first_name, s.first_name)
    END AS first_name,
    CASE
        WHEN u.is_deleted = 1 THEN 'member'
        ELSE COALESCE(f.last_name, a.last_name, s.last_name)
    END AS last_name
FROM users AS u
JOIN roles AS r ON r.id = u.role_id
LEFT JOIN staff_profiles AS f ON f.user_id = u.id AND r.name = 'admin'
LEFT JOIN alumni_profiles AS a ON a.user_id = u.id AND r.name = 'alumni'
LEFT JOIN student_profiles AS s ON s.user_id = u.id AND r.name = 'student';
