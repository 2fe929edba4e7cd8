-- _directory_facets_write: store what a person can be filtered by, as far as it differs.
--
-- Parameters
--   p_user_id    users.id of a listed person
--   p_directory  alumni or students
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _directory_facets_write;

DELIMITER //

CREATE PROCEDURE _directory_facets_write (
    IN p_user_id BIGINT UNSIGNED,
    IN p_directory VARCHAR(10)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Store what a person can be filtered by, as far as it differs.'
BEGIN
    DECLARE v_facets JSON;
    DECLARE v_gone JSON;

    WITH facets AS (
        SELECT
            'skill' AS facet,
            skill_id AS value_id,
            -- By name: a view over both kinds of profile knows words only.
            FIELD(proficiency_level, 'beginner', 'intermediate', 'advanced', 'expert') AS level
        FROM vw_person_skills
        WHERE user_id = p_user_id
        UNION ALL
        SELECT
            'domain',
            k.domain_id,
            MAX(FIELD(p.proficiency_level, 'beginner', 'intermediate', 'advanced', 'expert'))
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

    SELECT JSON_ARRAYAGG(JSON_ARRAY(f.facet, f.value_id)) INTO v_gone
    FROM directory_facets AS f
    LEFT JOIN JSON_TABLE(
        v_facets, '$[*]' COLUMNS (
            facet VARCHAR(10) PATH '$[0]',
            value_id BIGINT UNSIGNED PATH '$[1]'
        )
    ) AS n ON n.facet = f.facet AND n.value_id = f.value_id
    WHERE f.user_id = p_user_id AND n.facet IS NULL;

    IF v_gone IS NOT NULL THEN
        DELETE f FROM
            JSON_TABLE(
                v_gone, '$[*]' COLUMNS (
                    facet VARCHAR(10) PATH '$[0]',
                    value_id BIGINT UNSIGNED PATH '$[1]'
                )
            ) AS g
        JOIN directory_facets AS f
            ON f.user_id = p_user_id AND f.facet = g.facet AND f.value_id = g.value_id;
    END IF;
    IF v_facets IS NOT NULL THEN
        INSERT INTO directory_facets (user_id, facet, value_id, level, directory)
        SELECT
            p_user_id,
            n.facet,
            n.value_id,
            n.level,
            p_directory
        FROM
            JSON_TABLE(
                v_facets, '$[*]' COLUMNS (
                    facet VARCHAR(10) PATH '$[0]',
                    value_id BIGINT UNSIGNED PATH '$[1]',
                    level TINYINT UNSIGNED PATH '$[2]'
                )
            ) AS n
        ON DUPLICATE KEY UPDATE level = n.level;
    END IF;
END //

DELIMITER ;
