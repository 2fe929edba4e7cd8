-- profile_form_read: read all values for editing your profile.
--
-- Parameters
--   p_actor_id  users.id of the person
-- Result sets
--   profile (one)  the columns of profile_edit, role, completeness, name
--   skills (many)  id, skill, proficiency
--   work (many)  id and the columns of profile_work_save
--   achievements (many)  id, the columns of profile_achievement_save, verified_at
--   degrees (many)  id, the columns of profile_degree_save, degree
--   former_names (many)  id, name
--   projects (many)  id and the columns of profile_project_save
--   links (many)  id, label, url
--   files (many)  kind, version, file_name
--   privacy (many)  field, label, description, audience
--   steps (many)  name, label, points, is_done
--   degree_options (many)  id, name
--   campus_options (many)  id, name
--   suggested_skills (many)  name
-- Errors
--   45401  not signed in
-- Example
--   CALL profile_form_read(2);

DROP PROCEDURE IF EXISTS profile_form_read;

DELIMITER //

CREATE PROCEDURE profile_form_read (IN p_actor_id BIGINT UNSIGNED)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT
'Read all values for editing your profile. | profile: one, skills: many, work: many, achievements: many, degrees: many, former_names: many, projects: many, links: many, files: many, privacy: many, steps: many, degree_options: many, campus_options: many, suggested_skills: many' -- noqa: LT05
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_alumni_id BIGINT UNSIGNED;
    DECLARE v_student_id BIGINT UNSIGNED;

    CALL _require_actor(p_actor_id, v_role);
    SELECT id INTO v_alumni_id
    FROM alumni_profiles
    WHERE user_id = p_actor_id AND v_role = 'alumni';
    SELECT id INTO v_student_id
    FROM student_profiles
    WHERE user_id = p_actor_id AND v_role = 'student';

    SELECT
        u.id,
        v_role AS role,
        name_of(u.id) AS name,
        profile_completeness_of(u.id) AS completeness,
        COALESCE(f.first_name, a.first_name, s.first_name) AS first_name,
        COALESCE(f.last_name, a.last_name, s.last_name) AS last_name,
        COALESCE(f.phone, a.phone, s.phone) AS phone,
        COALESCE(a.gender, s.gender) AS gender,
        COALESCE(a.date_of_birth, s.date_of_birth) AS date_of_birth,
        s.nationality,
        COALESCE(a.bio, s.bio) AS bio,
        COALESCE(a.linkedin_url, s.linkedin_url) AS linkedin_url,
        COALESCE(a.website_url, s.website_url) AS website_url,
        COALESCE(f.job_title, a.current_job_title) AS current_job_title,
        a.current_company,
        a.industry,
        a.location,
        a.is_mentor,
        COALESCE(a.degree_id, s.degree_id) AS degree_id,
        COALESCE(a.campus_id, s.campus_id) AS campus_id,
        a.graduation_year,
        s.current_semester,
        s.cgpa,
        s.expected_graduation_year
    FROM users AS u
    LEFT JOIN staff_profiles AS f ON f.user_id = u.id AND v_role = 'admin'
    LEFT JOIN alumni_profiles AS a ON a.id = v_alumni_id
    LEFT JOIN student_profiles AS s ON s.id = v_student_id
    WHERE u.id = p_actor_id;

    SELECT
        k.id,
        k.name AS skill,
        p.proficiency_level AS proficiency
    FROM vw_person_skills AS p
    JOIN skills AS k ON k.id = p.skill_id
    WHERE p.user_id = p_actor_id
    ORDER BY
        FIELD(p.proficiency_level, 'expert', 'advanced', 'intermediate', 'beginner'),
        k.name;

    SELECT
        id,
        job_title,
        company,
        location,
        start_date,
        end_date,
        description
    FROM alumni_work_history
    WHERE alumni_profile_id = v_alumni_id
    ORDER BY end_date IS NULL DESC, end_date DESC, start_date DESC, id DESC;

    SELECT
        id,
        kind,
        title,
        issuer,
        achieved_on,
        url,
        description,
        verified_at
    FROM alumni_achievements
    WHERE alumni_profile_id = v_alumni_id
    ORDER BY achieved_on DESC, id DESC;

    SELECT
        g.id,
        g.degree_id,
        g.title,
        g.institution,
        g.graduation_year,
        COALESCE(d.name, g.title) AS degree
    FROM alumni_degrees AS g
    LEFT JOIN degrees AS d ON d.id = g.degree_id
    WHERE g.alumni_profile_id = v_alumni_id
    ORDER BY g.graduation_year DESC, g.id DESC;

    SELECT
        id,
        name
    FROM former_names
    WHERE user_id = p_actor_id
    ORDER BY id;

    SELECT
        id,
        title,
        url,
        description
    FROM student_projects
    WHERE student_profile_id = v_student_id
    ORDER BY id DESC;

    SELECT
        id,
        label,
        url
    FROM profile_links
    WHERE user_id = p_actor_id
    ORDER BY id;

    SELECT
        f.kind,
        picture_version_of(p_actor_id, f.kind) AS version,
        f.file_name
    FROM profile_files AS f
    WHERE f.user_id = p_actor_id AND f.width IN (0, 64, 640)
    ORDER BY f.kind;

    SELECT
        name AS field,
        label,
        description,
        audience_of(p_actor_id, name) AS audience
    FROM privacy_fields
    WHERE v_role <> 'admin'
    ORDER BY name;

    CALL _profile_steps(p_actor_id);

    SELECT
        id,
        name
    FROM degrees
    WHERE is_retired = 0
    ORDER BY name;
    SELECT
        id,
        name
    FROM campuses
    WHERE is_retired = 0
    ORDER BY name;
    SELECT name
    FROM skills
    WHERE is_retired = 0
    ORDER BY name
    LIMIT 200;
END //

DELIMITER ;
