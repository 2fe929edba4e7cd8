-- _mentors_find: suggest people to ask, the closest match first, with reasons.
--
-- The candidates come from a few narrow windows: people with one of the person's skills (the best
-- first), the same degree, company or industry, and the newest offers. So the cost
-- is the same at any number of members. Common ground is scored by suggestion_weights.
-- People who are invisible, paused, full or already asked are not candidates.
--
-- Parameters
--   p_actor_id   users.id of the requester
--   p_kind       reference, guidance or mentorship; NULL: any
--   p_company    the company the person is aiming for; NULL: their current company
--   p_except_id  users.id of a person not to suggest; NULL: none
--   p_limit      maximum number of rows
--   p_mentors    JSON array of objects, closest match first: id, name, score, reasons (one per
--                line, the strongest first); NULL: none
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _mentors_find;

DELIMITER //

CREATE PROCEDURE _mentors_find (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_kind VARCHAR(20),
    IN p_company VARCHAR(120),
    IN p_except_id BIGINT UNSIGNED,
    IN p_limit INT UNSIGNED,
    OUT p_mentors JSON
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Suggest people to ask, the closest match first, with reasons.'
BEGIN
    DECLARE v_general VARCHAR(100) DEFAULT general_audiences_of(p_actor_id);
    DECLARE v_has_blocks BOOLEAN DEFAULT has_blocks(p_actor_id);
    DECLARE v_role VARCHAR(20) DEFAULT role_of(p_actor_id);
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();
    DECLARE v_company VARCHAR(120);
    DECLARE v_industry VARCHAR(80);
    DECLARE v_mine JSON;
    DECLARE v_candidates JSON;

    SELECT
        COALESCE(p_company, a.current_company),
        a.industry
    INTO v_company, v_industry
    FROM users AS u
    LEFT JOIN alumni_profiles AS a ON a.user_id = u.id AND v_role = 'alumni'
    WHERE u.id = p_actor_id;

    -- The person's criteria, as far as others can share them: for skills, their best ones.
    SELECT JSON_ARRAYAGG(JSON_ARRAY(m.facet, m.value_id)) INTO v_mine
    FROM (
        SELECT
            facet,
            value_id
        FROM directory_facets
        WHERE user_id = p_actor_id AND facet IN ('skill', 'degree', 'campus')
        ORDER BY facet <> 'skill' DESC, level DESC
        LIMIT 15
    ) AS m;

    -- The people found in the most windows are considered, at most a hundred.
    WITH windows AS (
        -- One window per criterion: a plain join would read everyone who shares it.
        SELECT f.user_id
        FROM (
            SELECT
                facet,
                value_id
            FROM directory_facets
            WHERE user_id = p_actor_id AND facet IN ('skill', 'degree')
            ORDER BY facet <> 'skill' DESC, level DESC
            LIMIT 12
        ) AS m
        JOIN
            LATERAL(
                (
                    SELECT w.user_id
                    FROM
                        directory_facets AS w
                        FORCE INDEX (ix_directory_facets_directory_facet_value_id)
                    WHERE
                        w.directory = 'alumni'
                        AND w.facet = m.facet
                        AND w.value_id = m.value_id
                    -- The full index, so that the server sees that no sort is needed.
                    ORDER BY
                        w.directory DESC, w.facet DESC, w.value_id DESC, w.level DESC,
                        w.user_id DESC
                    LIMIT 60
                )
            ) AS f
        UNION ALL
        (
            SELECT user_id
            FROM alumni_profiles FORCE INDEX (ix_alumni_profiles_current_company)
            WHERE current_company = v_company
            ORDER BY user_id DESC
            LIMIT 60
        )
        UNION ALL
        (
            SELECT user_id
            FROM alumni_profiles FORCE INDEX (ix_alumni_profiles_industry)
            WHERE industry = v_industry
            ORDER BY user_id DESC
            LIMIT 60
        )
        UNION ALL
        (
            SELECT user_id
            FROM mentoring_offers FORCE INDEX (ix_mentoring_offers_is_open_user_id)
            WHERE is_open = 1
            ORDER BY user_id DESC
            LIMIT 60
        )
    )

    SELECT JSON_ARRAYAGG(JSON_ARRAY(c.user_id, mentoring_places_of(c.user_id)))
    INTO v_candidates
    FROM (
        SELECT o.user_id
        FROM windows AS w
        JOIN mentoring_offers AS o ON o.user_id = w.user_id
        WHERE
            o.is_open = 1
            AND (o.paused_until IS NULL OR o.paused_until <= v_now)
            AND o.user_id <> p_actor_id
            AND NOT o.user_id <=> p_except_id
        GROUP BY o.user_id
        ORDER BY COUNT(*) DESC, o.user_id DESC
        LIMIT 100
    ) AS c
    JOIN directory_entries AS e ON e.user_id = c.user_id AND e.directory = 'alumni'
    LEFT JOIN reference_requests AS r
        ON r.requester_id = p_actor_id AND r.open_alumnus_id = c.user_id
    WHERE
        r.id IS NULL
        AND (
            SELECT COUNT(*)
            FROM mentoring_offer_kinds AS k
            WHERE k.user_id = c.user_id AND (p_kind IS NULL OR k.kind = p_kind)
        ) > 0
        AND is_in_audience(e.audience, v_general, p_actor_id, c.user_id)
        AND NOT (v_has_blocks AND is_blocked_between(p_actor_id, c.user_id));

    WITH candidates AS (
        SELECT
            c.user_id,
            c.places_count
        FROM
            JSON_TABLE(
                v_candidates, '$[*]' COLUMNS (
                    user_id BIGINT UNSIGNED PATH '$[0]',
                    places_count INT UNSIGNED PATH '$[1]'
                )
            ) AS c
        WHERE c.places_count > 0
    ),

    shared AS (
        SELECT
            c.user_id,
            f.facet,
            f.value_id,
            f.level
        FROM candidates AS c
        CROSS JOIN
            JSON_TABLE(
                v_mine, '$[*]' COLUMNS (
                    facet VARCHAR(10) PATH '$[0]',
                    value_id BIGINT UNSIGNED PATH '$[1]'
                )
            ) AS m
        JOIN directory_facets AS f
            ON f.user_id = c.user_id AND f.facet = m.facet AND f.value_id = m.value_id
    ),

    facts AS (
        SELECT
            h.user_id,
            h.facet AS name,
            COUNT(*) AS number,
            GROUP_CONCAT(
                COALESCE(s.name, d.name, p.name)
                ORDER BY h.level DESC, COALESCE(s.name, d.name, p.name) ASC
                SEPARATOR ', '
            ) AS detail
        FROM shared AS h
        LEFT JOIN skills AS s ON s.id = h.value_id AND h.facet = 'skill'
        LEFT JOIN degrees AS d ON d.id = h.value_id AND h.facet = 'degree'
        LEFT JOIN campuses AS p ON p.id = h.value_id AND h.facet = 'campus'
        GROUP BY h.user_id, h.facet
        UNION ALL
        SELECT
            c.user_id,
            'company',
            1,
            a.current_company
        FROM candidates AS c
        JOIN alumni_profiles AS a ON a.user_id = c.user_id
        WHERE a.current_company = v_company
        UNION ALL
        SELECT
            c.user_id,
            'industry',
            1,
            a.industry
        FROM candidates AS c
        JOIN alumni_profiles AS a ON a.user_id = c.user_id
        WHERE a.industry = v_industry
        UNION ALL
        SELECT
            user_id,
            'place',
            places_count,
            places_count
        FROM candidates
    ),

    ranked AS (
        SELECT
            f.user_id,
            SUM(w.weight * LEAST(f.number, w.most_count)) AS score,
            GROUP_CONCAT(
                CONCAT(w.label, ': ', f.detail)
                ORDER BY w.weight * LEAST(f.number, w.most_count) DESC, w.name ASC
                SEPARATOR '\n'
            ) AS reasons,
            ROW_NUMBER() OVER (
                ORDER BY
                    SUM(w.weight * LEAST(f.number, w.most_count)) DESC, f.user_id DESC
            ) AS place
        FROM facts AS f
        JOIN suggestion_weights AS w ON w.name = f.name
        GROUP BY f.user_id
    )

    SELECT
        JSON_ARRAYAGG(
            JSON_OBJECT(
                'position', place, 'id', user_id, 'name', name_of(user_id),
                'score', score, 'reasons', reasons
            )
        )
    INTO p_mentors
    FROM ranked
    WHERE place <= p_limit;
END //

DELIMITER ;
