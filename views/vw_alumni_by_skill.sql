-- vw_alumni_by_skill: count the active alumni with each skill, by domain and proficiency.

CREATE OR REPLACE
SQL SECURITY DEFINER
VIEW vw_alumni_by_skill AS
SELECT
    m.name AS domain,
    k.name AS skill,
    s.proficiency_level,
    COUNT(*) AS alumni_count,
    SUM(a.is_mentor) AS mentors_count
FROM alumni_skills AS s
JOIN skills AS k ON k.id = s.skill_id
JOIN skill_domains AS m ON m.id = k.domain_id
JOIN alumni_profiles AS a ON a.id = s.alumni_profile_id
JOIN users AS u ON u.id = a.user_id
JOIN roles AS r ON r.id = u.role_id AND r.name = 'alumni'
WHERE u.status = 'active' AND u.is_deleted = 0
GROUP BY m.name, k.name, s.proficiency_level;
