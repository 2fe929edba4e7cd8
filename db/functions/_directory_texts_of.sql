-- _directory_texts_of: return all searchable texts of a person, with their audience.
--
-- Parameters
--   p_user_id    users.id
--   p_directory  alumni or students
-- Returns
--   JSON array of [field, audience, text]

DROP FUNCTION IF EXISTS _directory_texts_of;

DELIMITER //

CREATE FUNCTION _directory_texts_of(p_user_id BIGINT UNSIGNED, p_directory VARCHAR(10))
RETURNS JSON
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Return all searchable texts of a person, with their audience.'
BEGIN
    DECLARE v_profile VARCHAR(30) DEFAULT audience_of(p_user_id, 'profile');
    DECLARE v_work VARCHAR(30) DEFAULT audience_of(p_user_id, 'work_history');
    DECLARE v_achievements VARCHAR(30) DEFAULT audience_of(p_user_id, 'achievements');
    DECLARE v_email VARCHAR(30) DEFAULT audience_of(p_user_id, 'email');
    DECLARE v_phone VARCHAR(30) DEFAULT audience_of(p_user_id, 'phone');
    DECLARE v_texts JSON;

    WITH profiles AS (
        SELECT
            first_name,
            last_name,
            phone,
            degree_id,
            campus_id,
            current_job_title,
            current_company,
            industry,
            location,
            graduation_year
        FROM alumni_profiles
        WHERE user_id = p_user_id AND p_directory = 'alumni'
        UNION ALL
        SELECT
            first_name,
            last_name,
            phone,
            degree_id,
            campus_id,
            NULL,
            NULL,
            NULL,
            NULL,
            expected_graduation_year
        FROM student_profiles
        WHERE user_id = p_user_id AND p_directory = 'students'
    ),

    texts AS (
        SELECT
            'name' AS field,
            v_profile AS audience,
            -- Also joined, in both orders, so that a full name is one search term.
            CONCAT_WS(
                ' ', first_name, last_name,
                joined_words_of(last_name),
                joined_words_of(CONCAT(first_name, ' ', last_name)),
                joined_words_of(CONCAT(last_name, ' ', first_name))
            ) AS content
        FROM profiles
        UNION ALL
        SELECT
            'name',
            v_profile,
            CONCAT_WS(' ', name, joined_words_of(name))
        FROM former_names
        WHERE user_id = p_user_id
        UNION ALL
        SELECT
            'headline',
            v_profile,
            CONCAT_WS(' ', current_job_title, location)
        FROM profiles
        UNION ALL
        SELECT
            'company',
            v_profile,
            current_company
        FROM profiles
        UNION ALL
        SELECT
            'industry',
            v_profile,
            industry
        FROM profiles
        UNION ALL
        SELECT
            'study',
            v_profile,
            CONCAT_WS(' ', d.name, d.abbreviation)
        FROM profiles AS p
        JOIN degrees AS d ON d.id = p.degree_id
        UNION ALL
        SELECT
            'study',
            v_profile,
            CONCAT('class of ', graduation_year)
        FROM profiles
        UNION ALL
        SELECT
            'study',
            v_profile,
            c.name
        FROM profiles AS p
        JOIN campuses AS c ON c.id = p.campus_id
        UNION ALL
        SELECT
            'study',
            v_profile,
            CONCAT_WS(' ', d.name, d.abbreviation, x.title, x.institution)
        FROM alumni_profiles AS a
        JOIN alumni_degrees AS x ON x.alumni_profile_id = a.id
        LEFT JOIN degrees AS d ON d.id = x.degree_id
        WHERE a.user_id = p_user_id AND p_directory = 'alumni'
        UNION ALL
        SELECT
            'skill',
            v_profile,
            k.name
        FROM vw_person_skills AS p
        JOIN skills AS k ON k.id = p.skill_id
        WHERE p.user_id = p_user_id
        UNION ALL
        SELECT
            'work',
            v_work,
            CONCAT_WS(' ', w.job_title, w.location)
        FROM alumni_profiles AS a
        JOIN alumni_work_history AS w ON w.alumni_profile_id = a.id
        WHERE a.user_id = p_user_id AND p_directory = 'alumni'
        UNION ALL
        SELECT
            'company',
            v_work,
            w.company
        FROM alumni_profiles AS a
        JOIN alumni_work_history AS w ON w.alumni_profile_id = a.id
        WHERE a.user_id = p_user_id AND p_directory = 'alumni'
        UNION ALL
        SELECT
            'work',
            v_profile,
            j.title
        FROM student_profiles AS s
        JOIN student_projects AS j ON j.student_profile_id = s.id
        WHERE s.user_id = p_user_id AND p_directory = 'students'
        UNION ALL
        SELECT
            'achievement',
            v_achievements,
            CONCAT_WS(' ', h.title, h.issuer)
        FROM alumni_profiles AS a
        JOIN alumni_achievements AS h ON h.alumni_profile_id = a.id
        WHERE a.user_id = p_user_id AND p_directory = 'alumni'
        UNION ALL
        SELECT
            'email',
            v_email,
            email
        FROM users
        WHERE id = p_user_id
        UNION ALL
        SELECT
            'phone',
            v_phone,
            phone_words_of(phone)
        FROM profiles
    )

    SELECT JSON_ARRAYAGG(JSON_ARRAY(field, audience, content)) INTO v_texts
    FROM texts
    WHERE content <> '';
    RETURN COALESCE(v_texts, JSON_ARRAY());
END //

DELIMITER ;
