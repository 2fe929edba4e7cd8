-- _directory_facets_of: return the filter values of a person.
--
-- Parameters
--   p_user_id    users.id of a listed person
--   p_directory  alumni or students
-- Returns
--   JSON array of [facet, value_id, level]; NULL: none

DROP FUNCTION IF EXISTS _directory_facets_of;

DELIMITER //

CREATE FUNCTION _directory_facets_of(p_user_id BIGINT UNSIGNED, p_directory VARCHAR(10))
RETURNS JSON
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Return the filter values of a person.'
BEGIN
    DECLARE v_facets JSON;

    WITH facets AS (
        SELECT
            'skill' AS facet,
            skill_id AS value_id,
            level
        FROM vw_person_skills
        WHERE user_id = p_user_id
        UNION ALL
        SELECT
            'domain',
            k.domain_id,
            MAX(p.level)
        FROM vw_person_skills AS p
        JOIN skills AS k ON k.id = p.skill_id
        WHERE p.user_id = p_user_id
        GROUP BY k.domain_id
        UNION ALL
        SELECT
            f.facet,
            f.value_id,
            0
        FROM alumni_profiles AS a
        CROSS JOIN
            JSON_TABLE(
                JSON_ARRAY(
                    JSON_ARRAY('degree', a.degree_id),
                    JSON_ARRAY('campus', a.campus_id),
                    JSON_ARRAY('mentor', NULLIF(a.is_mentor, 0))
                ),
                '$[*]' COLUMNS (
                    facet VARCHAR(10) PATH '$[0]',
                    value_id BIGINT UNSIGNED PATH '$[1]'
                )
            ) AS f
        WHERE a.user_id = p_user_id AND p_directory = 'alumni'
        UNION ALL
        SELECT
            'degree',
            x.degree_id,
            0
        FROM alumni_profiles AS a
        JOIN alumni_degrees AS x ON x.alumni_profile_id = a.id
        WHERE a.user_id = p_user_id AND p_directory = 'alumni'
        UNION ALL
        SELECT
            f.facet,
            f.value_id,
            0
        FROM student_profiles AS s
        CROSS JOIN
            JSON_TABLE(
                JSON_ARRAY(
                    JSON_ARRAY('degree', s.degree_id),
                    JSON_ARRAY('campus', s.campus_id)
                ),
                '$[*]' COLUMNS (
                    facet VARCHAR(10) PATH '$[0]',
                    value_id BIGINT UNSIGNED PATH '$[1]'
                )
            ) AS f
        WHERE s.user_id = p_user_id AND p_directory = 'students'
    )

    SELECT JSON_ARRAYAGG(JSON_ARRAY(u.facet, u.value_id, u.level)) INTO v_facets
    FROM (
        SELECT
            facet,
            value_id,
            MAX(level) AS level
        FROM facets
        WHERE value_id IS NOT NULL
        GROUP BY facet, value_id
    ) AS u;
    RETURN v_facets;
END //

DELIMITER ;
