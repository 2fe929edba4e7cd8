-- vw_alumni_by_skill: list the skills of alumni, a row for each person and skill.
--
-- Filter by domain, skill or proficiency_level; level orders proficiencies, 1 beginner to 4 expert.
-- Only people whose profile every member may see: active accounts that the directory lists.

CREATE OR REPLACE
SQL SECURITY DEFINER
VIEW vw_alumni_by_skill AS
SELECT
    a.user_id,
    a.first_name,
    a.last_name,
    a.graduation_year,
    a.is_mentor,
    m.id AS domain_id,
    m.name AS domain,
    k.id AS skill_id,
    k.name AS skill,
    s.proficiency_level,
    s.proficiency_level + 0 AS level
FROM alumni_skills AS s
JOIN skills AS k ON k.id = s.skill_id
JOIN skill_domains AS m ON m.id = k.domain_id
JOIN alumni_profiles AS a ON a.id = s.alumni_profile_id
JOIN directory_entries AS e
    ON
        e.user_id = a.user_id
        AND e.directory = 'alumni'
        AND e.audience IN ('everyone', 'members');
