-- lookup_search: list the entries of a lookup that the office maintains, in alphabetical order.
--
-- Parameters
--   p_actor_id    users.id of an admin
--   p_kind        campuses, degrees, skill_domains or skills
--   p_search      beginning of the name; NULL: all
--   p_is_retired  1: retired entries; 0: offered entries; NULL: all
--   p_after       next_after of the previous page; NULL: the first page
--   p_limit       rows per page, 1 to 50; NULL: 20
-- Result sets
--   lookups (many)  id, name, is_retired, city (of a campus), abbreviation, level, semesters_count
--                   (of a degree), domain_id, domain (of a skill), created_at, uses_count (100
--                   and more: many)
--   page (one)      kind, next_after (NULL: the end), rewrites_count (people and postings whose
--                   search terms must be rewritten since a name changed; at most 10,000)
--   domains (many)  id, name: domains a skill can belong to
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45404  unknown list
-- Example
--   CALL lookup_search(1, 'skills', 'p', NULL, NULL, 20);

DROP PROCEDURE IF EXISTS lookup_search;

DELIMITER //

CREATE PROCEDURE lookup_search (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_kind VARCHAR(20),
    IN p_search VARCHAR(160),
    IN p_is_retired BOOLEAN,
    IN p_after VARCHAR(160),
    IN p_limit SMALLINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT
'List the entries of a lookup that the office maintains. | lookups: many, page: one, domains: many'
BEGIN
    DECLARE v_limit INT UNSIGNED DEFAULT LEAST(GREATEST(COALESCE(p_limit, 20), 1), 50);
    DECLARE v_after VARCHAR(160) DEFAULT COALESCE(p_after, '');
    -- With wildcard characters escaped.
    DECLARE v_pattern VARCHAR(400) DEFAULT CONCAT(
        REPLACE(REPLACE(REPLACE(p_search, '\\', '\\\\'), '%', '\\%'), '_', '\\_'), '%'
    );
    DECLARE v_next_after VARCHAR(160);

    CALL _require_admin(p_actor_id);
    CALL _require_lookup_kind(p_kind);
    CASE p_kind
        WHEN 'campuses' THEN
            SELECT
                l.id,
                l.name,
                l.is_retired,
                l.city,
                NULL AS abbreviation,
                NULL AS level,
                NULL AS semesters_count,
                NULL AS domain_id,
                NULL AS domain,
                l.created_at,
                _lookup_uses_of(p_kind, l.id, 100) AS uses_count
            FROM (
                SELECT id
                FROM campuses FORCE INDEX (uq_campuses_name)
                WHERE
                    name > v_after
                    AND (v_pattern IS NULL OR name LIKE v_pattern)
                    AND (p_is_retired IS NULL OR is_retired = p_is_retired)
                ORDER BY name
                LIMIT v_limit
            ) AS k
            JOIN campuses AS l ON l.id = k.id
            ORDER BY l.name;
        WHEN 'degrees' THEN
            SELECT
                l.id,
                l.name,
                l.is_retired,
                NULL AS city,
                l.abbreviation,
                l.level,
                l.semesters_count,
                NULL AS domain_id,
                NULL AS domain,
                l.created_at,
                _lookup_uses_of(p_kind, l.id, 100) AS uses_count
            FROM (
                SELECT id
                FROM degrees FORCE INDEX (uq_degrees_name)
                WHERE
                    name > v_after
                    AND (v_pattern IS NULL OR name LIKE v_pattern)
                    AND (p_is_retired IS NULL OR is_retired = p_is_retired)
                ORDER BY name
                LIMIT v_limit
            ) AS k
            JOIN degrees AS l ON l.id = k.id
            ORDER BY l.name;
        WHEN 'skill_domains' THEN
            SELECT
                l.id,
                l.name,
                l.is_retired,
                NULL AS city,
                NULL AS abbreviation,
                NULL AS level,
                NULL AS semesters_count,
                NULL AS domain_id,
                NULL AS domain,
                l.created_at,
                _lookup_uses_of(p_kind, l.id, 100) AS uses_count
            FROM (
                SELECT id
                FROM skill_domains FORCE INDEX (uq_skill_domains_name)
                WHERE
                    name > v_after
                    AND (v_pattern IS NULL OR name LIKE v_pattern)
                    AND (p_is_retired IS NULL OR is_retired = p_is_retired)
                ORDER BY name
                LIMIT v_limit
            ) AS k
            JOIN skill_domains AS l ON l.id = k.id
            ORDER BY l.name;
        ELSE
            SELECT
                l.id,
                l.name,
                l.is_retired,
                NULL AS city,
                NULL AS abbreviation,
                NULL AS level,
                NULL AS semesters_count,
                l.domain_id,
                d.name AS domain,
                l.created_at,
                _lookup_uses_of(p_kind, l.id, 100) AS uses_count
            FROM (
                SELECT id
                FROM skills FORCE INDEX (uq_skills_name)
                WHERE
                    name > v_after
                    AND (v_pattern IS NULL OR name LIKE v_pattern)
                    AND (p_is_retired IS NULL OR is_retired = p_is_retired)
                ORDER BY name
                LIMIT v_limit
            ) AS k
            JOIN skills AS l ON l.id = k.id
            JOIN skill_domains AS d ON d.id = l.domain_id
            ORDER BY l.name;
    END CASE;

    -- The last name of the page, if another page follows.
    WITH names AS (
        (
            SELECT name FROM campuses
            WHERE
                p_kind = 'campuses' AND name > v_after
                AND (v_pattern IS NULL OR name LIKE v_pattern)
                AND (p_is_retired IS NULL OR is_retired = p_is_retired)
            ORDER BY name
            LIMIT 51
        )
        UNION ALL
        (
            SELECT name FROM degrees
            WHERE
                p_kind = 'degrees' AND name > v_after
                AND (v_pattern IS NULL OR name LIKE v_pattern)
                AND (p_is_retired IS NULL OR is_retired = p_is_retired)
            ORDER BY name
            LIMIT 51
        )
        UNION ALL
        (
            SELECT name FROM skill_domains
            WHERE
                p_kind = 'skill_domains' AND name > v_after
                AND (v_pattern IS NULL OR name LIKE v_pattern)
                AND (p_is_retired IS NULL OR is_retired = p_is_retired)
            ORDER BY name
            LIMIT 51
        )
        UNION ALL
        (
            SELECT name FROM skills
            WHERE
                p_kind = 'skills' AND name > v_after
                AND (v_pattern IS NULL OR name LIKE v_pattern)
                AND (p_is_retired IS NULL OR is_retired = p_is_retired)
            ORDER BY name
            LIMIT 51
        )
    ),

    numbered AS (
        SELECT
            name,
            ROW_NUMBER() OVER (ORDER BY name) AS position
        FROM names
    )

    SELECT IF(COUNT(*) > v_limit, MAX(IF(position = v_limit, name, NULL)), NULL)
    INTO v_next_after
    FROM numbered;
    SELECT
        p_kind AS kind,
        v_next_after AS next_after,
        (
            SELECT COUNT(*)
            FROM (SELECT 1 FROM search_rewrites LIMIT 10000) AS w
        ) AS rewrites_count;

    SELECT
        id,
        name
    FROM skill_domains
    WHERE is_retired = 0
    ORDER BY name;
END //

DELIMITER ;
