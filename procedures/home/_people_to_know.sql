-- _people_to_know: suggest a few people with the same degree and year, or degree and campus.
--
-- Only among the newest members of the degree, so that the cost is the same at any size; people
-- who are already followed are left out.
--
-- Parameters
--   p_actor_id  users.id
--   p_limit     maximum number
--   p_ids       their users.id, the closest match first, separated by commas; NULL: none
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _people_to_know;

DELIMITER //

CREATE PROCEDURE _people_to_know (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_limit INT UNSIGNED,
    OUT p_ids TEXT
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Suggest a few people with the same degree and year, or degree and campus.'
BEGIN
    DECLARE v_general VARCHAR(100) DEFAULT general_audiences_of(p_actor_id);
    DECLARE v_has_blocks BOOLEAN DEFAULT has_blocks(p_actor_id);
    DECLARE v_degree_id BIGINT UNSIGNED;
    DECLARE v_campus_id BIGINT UNSIGNED;
    DECLARE v_year SMALLINT UNSIGNED;

    SELECT
        COALESCE(a.degree_id, s.degree_id),
        COALESCE(a.campus_id, s.campus_id),
        NULLIF(e.year, 0)
    INTO v_degree_id, v_campus_id, v_year
    FROM directory_entries AS e
    LEFT JOIN alumni_profiles AS a ON a.user_id = e.user_id AND e.directory = 'alumni'
    LEFT JOIN student_profiles AS s ON s.user_id = e.user_id AND e.directory = 'students'
    WHERE e.user_id = p_actor_id;

    SELECT GROUP_CONCAT(m.user_id ORDER BY m.closeness DESC, m.user_id DESC) INTO p_ids
    FROM (
        SELECT
            e.user_id,
            COALESCE(e.year = v_year, 0) * 2 + (c.user_id IS NOT NULL) AS closeness
        FROM (
            (
                SELECT f.user_id
                FROM
                    directory_facets AS f
                    FORCE INDEX (ix_directory_facets_directory_facet_value_id)
                WHERE
                    f.directory = 'alumni'
                    AND f.facet = 'degree'
                    AND f.value_id = v_degree_id
                    AND f.level = 0
                ORDER BY f.user_id DESC
                LIMIT 60
            )
            UNION ALL
            (
                SELECT f.user_id
                FROM
                    directory_facets AS f
                    FORCE INDEX (ix_directory_facets_directory_facet_value_id)
                WHERE
                    f.directory = 'students'
                    AND f.facet = 'degree'
                    AND f.value_id = v_degree_id
                    AND f.level = 0
                ORDER BY f.user_id DESC
                LIMIT 60
            )
        ) AS w
        JOIN directory_entries AS e ON e.user_id = w.user_id
        LEFT JOIN directory_facets AS c
            ON c.user_id = e.user_id AND c.facet = 'campus' AND c.value_id = v_campus_id
        LEFT JOIN follows AS o ON o.follower_id = p_actor_id AND o.followed_id = e.user_id
        WHERE
            e.user_id <> p_actor_id
            AND o.follower_id IS NULL
            AND (e.year = v_year OR c.user_id IS NOT NULL)
            AND is_in_audience(e.audience, v_general, p_actor_id, e.user_id)
            AND NOT (v_has_blocks AND is_blocked_between(p_actor_id, e.user_id))
        ORDER BY closeness DESC, e.user_id DESC
        LIMIT p_limit
    ) AS m;
END //

DELIMITER ;
