-- _profile_rows: read a profile as people in some audiences see it.
--
-- Hidden values are NULL or missing. The caller has found out the audiences (audiences_of),
-- or simulates them (audiences_as).
--
-- Parameters
--   p_actor_id   users.id of the viewer; NULL: a visitor
--   p_owner_id   users.id of the profile's owner
--   p_directory  alumni or students: which profile represents the person
--   p_audiences  audiences separated by commas
-- Result sets
--   person (maybe)       id, directory, status, first_name, last_name, name, headline, company,
--                        industry, location, bio, linkedin_url, website_url, is_mentor, degree,
--                        campus, year, current_semester, cgpa, nationality, email, phone,
--                        date_of_birth, photo, cover (versions), cv_file_name, cv_byte_size,
--                        can_see_<field>, is_mine, is_verified (by the office), is_followed,
--                        can_be_asked (1: by the actor, for mentoring or a reference),
--                        views_count (for the owner); none: the profile may not be seen
--   skills (many)        id, name, domain, proficiency_level; best first
--   work (many)          id, job_title, company, location, start_date, end_date, months_count,
--                        description; current first
--   achievements (many)  id, kind, title, issuer, achieved_on, url, description, is_verified
--   degrees (many)       id, title, institution (NULL: here), graduation_year: additional degrees
--   former_names (many)  id, name
--   projects (many)      id, title, url, description
--   links (many)         id, label, url
--   history (maybe)      a graduate's student years: degree, campus
--   engagements (many)   the 50 newest completed engagements of a graduate: id, kind,
--                        title, start_date, end_date, hours
-- Errors
--   none

DROP PROCEDURE IF EXISTS _profile_rows;

DELIMITER //

CREATE PROCEDURE _profile_rows (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_owner_id BIGINT UNSIGNED,
    IN p_directory VARCHAR(10),
    IN p_audiences VARCHAR(100)
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT
'Read a profile for some audiences. | person: maybe, skills: many, work: many, achievements: many,
degrees: many, former_names: many, projects: many, links: many, history: maybe,
engagements: many'
BEGIN
    DECLARE v_owner_id BIGINT UNSIGNED;
    DECLARE v_alumni_profile_id BIGINT UNSIGNED;
    DECLARE v_student_profile_id BIGINT UNSIGNED;
    DECLARE v_sees_photo BOOLEAN;
    DECLARE v_sees_email BOOLEAN;
    DECLARE v_sees_phone BOOLEAN;
    DECLARE v_sees_birth_date BOOLEAN;
    DECLARE v_sees_work_history BOOLEAN;
    DECLARE v_sees_achievements BOOLEAN;
    DECLARE v_sees_cv BOOLEAN;

    IF FIND_IN_SET(audience_of(p_owner_id, 'profile'), p_audiences) THEN
        SET v_owner_id = p_owner_id;
    END IF;
    SET
    v_sees_photo = FIND_IN_SET(audience_of(p_owner_id, 'photo'), p_audiences) > 0,
    v_sees_email = FIND_IN_SET(audience_of(p_owner_id, 'email'), p_audiences) > 0,
    v_sees_phone = FIND_IN_SET(audience_of(p_owner_id, 'phone'), p_audiences) > 0,
    v_sees_birth_date = FIND_IN_SET(audience_of(p_owner_id, 'birth_date'), p_audiences) > 0,
    v_sees_work_history = FIND_IN_SET(audience_of(p_owner_id, 'work_history'), p_audiences) > 0,
    v_sees_achievements = FIND_IN_SET(audience_of(p_owner_id, 'achievements'), p_audiences) > 0,
    v_sees_cv = FIND_IN_SET(audience_of(p_owner_id, 'cv'), p_audiences) > 0;
    -- A student has no alumni profile; a graduate may have a student profile of earlier years.
    SELECT
        a.id,
        s.id
    INTO v_alumni_profile_id, v_student_profile_id
    FROM users AS u
    LEFT JOIN alumni_profiles AS a ON a.user_id = u.id AND p_directory = 'alumni'
    LEFT JOIN student_profiles AS s ON s.user_id = u.id
    WHERE u.id = v_owner_id;

    SELECT
        u.id,
        u.status,
        a.current_job_title AS headline,
        a.current_company AS company,
        a.industry,
        a.location,
        d.name AS degree,
        c.name AS campus,
        s.current_semester,
        s.cgpa,
        s.nationality,
        p_directory AS directory,
        v_sees_photo AS can_see_photo,
        v_sees_email AS can_see_email,
        v_sees_phone AS can_see_phone,
        v_sees_birth_date AS can_see_birth_date,
        v_sees_work_history AS can_see_work_history,
        v_sees_achievements AS can_see_achievements,
        v_sees_cv AS can_see_cv,
        COALESCE(a.first_name, s.first_name) AS first_name,
        COALESCE(a.last_name, s.last_name) AS last_name,
        CONCAT(COALESCE(a.first_name, s.first_name), ' ', COALESCE(a.last_name, s.last_name))
            AS name,
        IF(a.id IS NULL, s.bio, a.bio) AS bio,
        IF(a.id IS NULL, s.linkedin_url, a.linkedin_url) AS linkedin_url,
        IF(a.id IS NULL, s.website_url, a.website_url) AS website_url,
        COALESCE(a.is_mentor, 0) AS is_mentor,
        IF(a.id IS NULL, s.expected_graduation_year, a.graduation_year) AS year,
        IF(v_sees_email, u.email, NULL) AS email,
        IF(v_sees_phone, IF(a.id IS NULL, s.phone, a.phone), NULL) AS phone,
        IF(v_sees_birth_date, IF(a.id IS NULL, s.date_of_birth, a.date_of_birth), NULL)
            AS date_of_birth,
        IF(v_sees_photo, picture_version_of(u.id, 'photo'), NULL) AS photo,
        IF(v_sees_photo, picture_version_of(u.id, 'cover'), NULL) AS cover,
        IF(v_sees_cv, f.file_name, NULL) AS cv_file_name,
        IF(v_sees_cv, m.byte_size, NULL) AS cv_byte_size,
        COALESCE(u.id = p_actor_id, 0) AS is_mine,
        is_verified(u.id) AS is_verified,
        reference_obstacle_of(p_actor_id, u.id, NULL) IS NULL AS can_be_asked,
        IF(u.id = p_actor_id, IF(a.id IS NULL, s.views_count, a.views_count), NULL)
            AS views_count,
        EXISTS(
            SELECT 1
            FROM follows AS w
            WHERE w.follower_id = p_actor_id AND w.followed_id = u.id
        ) AS is_followed
    FROM users AS u
    LEFT JOIN alumni_profiles AS a ON a.id = v_alumni_profile_id
    LEFT JOIN student_profiles AS s ON s.user_id = u.id AND a.id IS NULL
    LEFT JOIN degrees AS d ON d.id = IF(a.id IS NULL, s.degree_id, a.degree_id)
    LEFT JOIN campuses AS c ON c.id = IF(a.id IS NULL, s.campus_id, a.campus_id)
    LEFT JOIN profile_files AS f ON f.user_id = u.id AND f.kind = 'cv' AND f.width = 0
    LEFT JOIN media_files AS m ON m.id = f.media_file_id
    WHERE u.id = v_owner_id;

    SELECT
        k.id,
        k.name,
        d.name AS domain,
        p.proficiency_level
    FROM vw_person_skills AS p
    JOIN skills AS k ON k.id = p.skill_id
    JOIN skill_domains AS d ON d.id = k.domain_id
    WHERE p.user_id = v_owner_id
    -- The view unites two tables, so the level is text without an order of its own.
    ORDER BY
        FIELD(p.proficiency_level, 'expert', 'advanced', 'intermediate', 'beginner'), k.name;

    SELECT
        id,
        job_title,
        company,
        location,
        start_date,
        end_date,
        description,
        -- The month in which a position ends is included.
        TIMESTAMPDIFF(MONTH, start_date, COALESCE(end_date, DATE(UTC_TIMESTAMP()))) + 1
            AS months_count
    FROM alumni_work_history
    WHERE alumni_profile_id = v_alumni_profile_id AND v_sees_work_history
    ORDER BY end_date IS NULL DESC, end_date DESC, start_date DESC, id DESC;

    SELECT
        id,
        kind,
        title,
        issuer,
        achieved_on,
        url,
        description,
        verified_at IS NOT NULL AS is_verified
    FROM alumni_achievements
    WHERE alumni_profile_id = v_alumni_profile_id AND v_sees_achievements
    ORDER BY achieved_on IS NULL ASC, achieved_on DESC, id DESC;

    SELECT
        x.id,
        x.institution,
        x.graduation_year,
        COALESCE(d.name, x.title) AS title
    FROM alumni_degrees AS x
    LEFT JOIN degrees AS d ON d.id = x.degree_id
    WHERE x.alumni_profile_id = v_alumni_profile_id
    ORDER BY x.graduation_year DESC, x.id DESC;

    SELECT
        id,
        name
    FROM former_names
    WHERE user_id = v_owner_id
    ORDER BY id;

    SELECT
        id,
        title,
        url,
        description
    FROM student_projects
    WHERE student_profile_id = v_student_profile_id
    ORDER BY id DESC;

    SELECT
        id,
        label,
        url
    FROM profile_links
    WHERE user_id = v_owner_id
    ORDER BY id;

    SELECT
        d.name AS degree,
        c.name AS campus
    FROM student_profiles AS s
    LEFT JOIN degrees AS d ON d.id = s.degree_id
    LEFT JOIN campuses AS c ON c.id = s.campus_id
    WHERE s.id = v_student_profile_id AND v_alumni_profile_id IS NOT NULL;

    -- Neither the payment nor the rating.
    SELECT
        id,
        kind,
        title,
        start_date,
        end_date,
        hours
    FROM
        alumni_engagements
        FORCE INDEX (ix_alumni_engagements_alumni_id_is_deleted_status_start_date)
    WHERE
        alumni_id = v_owner_id
        AND is_deleted = 0
        AND status = 'completed'
        AND v_alumni_profile_id IS NOT NULL
    ORDER BY start_date DESC, id DESC
    LIMIT 50;
END //

DELIMITER ;
