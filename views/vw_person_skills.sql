-- vw_person_skills: list the skills of every person, from the profile that represents them today.
--
-- level counts the proficiency, 1 beginner to 4 expert: in a union, an ENUM becomes plain text.

CREATE OR REPLACE
SQL SECURITY DEFINER
VIEW vw_person_skills AS
SELECT
    a.user_id,
    k.skill_id,
    k.proficiency_level,
    k.proficiency_level + 0 AS level
FROM alumni_profiles AS a
JOIN users AS u ON u.id = a.user_id
JOIN roles AS r ON r.id = u.role_id AND r.name = 'alumni'
JOIN alumni_skills AS k ON k.alumni_profile_id = a.id
UNION ALL
SELECT
    s.user_id,
    k.skill_id,
    k.proficiency_level,
    k.proficiency_level + 0 AS level
FROM student_profiles AS s
JOIN users AS u ON u.id = s.user_id
JOIN roles AS r ON r.id = u.role_id AND r.name = 'student'
JOIN student_skills AS k ON k.student_profile_id = s.id;
