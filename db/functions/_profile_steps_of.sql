-- _profile_steps_of: list the steps to a complete profile and their state.
--
-- The single list behind the percentage (profile_completeness_of) and the next steps
-- (_profile_steps); the points of a role add up to 100.
--
-- Parameters
--   p_user_id  users.id
-- Returns
--   JSON array of objects: name, label, points, is_done; NULL for an account that may not act

DROP FUNCTION IF EXISTS _profile_steps_of;

DELIMITER //

CREATE FUNCTION _profile_steps_of(p_user_id BIGINT UNSIGNED)
RETURNS JSON
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'List the steps to a complete profile and their state.'
BEGIN
    DECLARE v_role VARCHAR(20) DEFAULT role_of(p_user_id);
    DECLARE v_has_position, v_has_bio, v_has_study, v_has_location, v_has_phone INT DEFAULT 0;
    DECLARE v_has_link, v_photos, v_cvs, v_skills, v_work, v_achievements INT DEFAULT 0;
    DECLARE v_projects, v_links INT DEFAULT 0;

    SELECT
        COALESCE(f.job_title, a.current_job_title) IS NOT NULL
        AND (v_role = 'admin' OR a.current_company IS NOT NULL),
        COALESCE(a.bio, s.bio) IS NOT NULL,
        COALESCE(a.degree_id, s.degree_id) IS NOT NULL
        AND COALESCE(a.graduation_year, s.expected_graduation_year) IS NOT NULL
        AND (v_role <> 'student' OR s.campus_id IS NOT NULL),
        a.location IS NOT NULL,
        f.phone IS NOT NULL,
        COALESCE(a.linkedin_url, a.website_url, s.linkedin_url, s.website_url) IS NOT NULL
    INTO v_has_position, v_has_bio, v_has_study, v_has_location, v_has_phone, v_has_link
    FROM users AS u
    LEFT JOIN staff_profiles AS f ON f.user_id = u.id AND v_role = 'admin'
    LEFT JOIN alumni_profiles AS a ON a.user_id = u.id AND v_role = 'alumni'
    LEFT JOIN student_profiles AS s ON s.user_id = u.id AND v_role = 'student'
    WHERE u.id = p_user_id;

    SELECT
        COALESCE(SUM(kind = 'photo'), 0),
        COALESCE(SUM(kind = 'cv'), 0)
    INTO v_photos, v_cvs
    FROM profile_files
    WHERE user_id = p_user_id;
    SELECT COUNT(*) INTO v_skills
    FROM vw_person_skills
    WHERE user_id = p_user_id;
    SELECT COUNT(*) INTO v_work
    FROM alumni_work_history AS w
    JOIN alumni_profiles AS a ON a.id = w.alumni_profile_id
    WHERE a.user_id = p_user_id;
    SELECT COUNT(*) INTO v_achievements
    FROM alumni_achievements AS h
    JOIN alumni_profiles AS a ON a.id = h.alumni_profile_id
    WHERE a.user_id = p_user_id;
    SELECT COUNT(*) INTO v_projects
    FROM student_projects AS j
    JOIN student_profiles AS s ON s.id = j.student_profile_id
    WHERE s.user_id = p_user_id;
    SELECT COUNT(*) + v_has_link INTO v_links
    FROM profile_links
    WHERE user_id = p_user_id;

    RETURN CASE v_role
        WHEN 'alumni'
            THEN
                JSON_ARRAY(
                    JSON_OBJECT(
                        'name', 'photo', 'label', 'Add a photo', 'points', 15,
                        'is_done', v_photos > 0
                    ),
                    JSON_OBJECT(
                        'name', 'position', 'label', 'Add your position and company', 'points', 15,
                        'is_done', v_has_position
                    ),
                    JSON_OBJECT(
                        'name',
                        'bio',
                        'label',
                        'Introduce yourself in a few sentences',
                        'points',
                        15,
                        'is_done', v_has_bio
                    ),
                    JSON_OBJECT(
                        'name', 'skills', 'label', 'Add at least three skills', 'points', 15,
                        'is_done', v_skills > 2
                    ),
                    JSON_OBJECT(
                        'name', 'work', 'label', 'Add your work history', 'points', 15,
                        'is_done', v_work > 0
                    ),
                    JSON_OBJECT(
                        'name',
                        'study',
                        'label',
                        'Add your degree and graduation year',
                        'points',
                        10,
                        'is_done', v_has_study
                    ),
                    JSON_OBJECT(
                        'name', 'location', 'label', 'Add your location', 'points', 5,
                        'is_done', v_has_location
                    ),
                    JSON_OBJECT(
                        'name',
                        'achievements',
                        'label',
                        'Add an achievement',
                        'points',
                        5,
                        'is_done', v_achievements > 0
                    ),
                    JSON_OBJECT(
                        'name', 'links', 'label', 'Add a link to your other profiles', 'points', 5,
                        'is_done', v_links > 0
                    )
                )
        WHEN 'student'
            THEN
                JSON_ARRAY(
                    JSON_OBJECT(
                        'name', 'photo', 'label', 'Add a photo', 'points', 15,
                        'is_done', v_photos > 0
                    ),
                    JSON_OBJECT(
                        'name',
                        'study',
                        'label',
                        'Add your degree, campus and expected graduation',
                        'points',
                        20,
                        'is_done', v_has_study
                    ),
                    JSON_OBJECT(
                        'name',
                        'bio',
                        'label',
                        'Introduce yourself in a few sentences',
                        'points',
                        15,
                        'is_done', v_has_bio
                    ),
                    JSON_OBJECT(
                        'name', 'skills', 'label', 'Add at least three skills', 'points', 20,
                        'is_done', v_skills > 2
                    ),
                    JSON_OBJECT(
                        'name', 'projects', 'label', 'Add a project', 'points', 15,
                        'is_done', v_projects > 0
                    ),
                    JSON_OBJECT(
                        'name', 'cv', 'label', 'Add your CV', 'points', 10,
                        'is_done', v_cvs > 0
                    ),
                    JSON_OBJECT(
                        'name', 'links', 'label', 'Add a link to your other profiles', 'points', 5,
                        'is_done', v_links > 0
                    )
                )
        WHEN 'admin' THEN JSON_ARRAY(
            JSON_OBJECT(
                'name', 'photo', 'label', 'Add a photo', 'points', 40,
                'is_done', v_photos > 0
            ),
            JSON_OBJECT(
                'name', 'position', 'label', 'Add your job title', 'points', 30,
                'is_done', v_has_position
            ),
            JSON_OBJECT(
                'name', 'phone', 'label', 'Add a phone number', 'points', 30,
                'is_done', v_has_phone
            )
        )
    END;
END //

DELIMITER ;
