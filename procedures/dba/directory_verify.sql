-- directory_verify: compare the directories with profiles, accounts and privacy settings.
--
-- Parameters
--   p_actor_id  users.id of an admin; NULL: a database client
--   p_user_id   users.id; NULL: everyone
-- Result sets
--   differences (many)  the first 1000: user_id, part (entry, terms, facets), expected_count,
--                       found_count, matched_count; empty if everything is correct
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
-- Example
--   CALL directory_verify(NULL, NULL);

DROP PROCEDURE IF EXISTS directory_verify;

DELIMITER //

CREATE PROCEDURE directory_verify (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Compare the directories with their sources. | differences: many'
BEGIN
    DECLARE v_last_id BIGINT UNSIGNED;

    CALL _require_dba(p_actor_id);
    SELECT COALESCE(p_user_id, MAX(id)) INTO v_last_id FROM users;

    WITH people AS (
        SELECT
            u.id,
            _directory_entry_of(u.id) AS entry
        FROM users AS u
        WHERE u.id BETWEEN COALESCE(p_user_id, 0) AND v_last_id
    ),

    counted AS (
        SELECT
            p.id AS user_id,
            'entry' AS part,
            p.entry IS NOT NULL AS expected_count,
            e.user_id IS NOT NULL AS found_count,
            COALESCE(
                e.directory = p.entry ->> '$.directory'
                AND e.name_key = CAST(p.entry ->> '$.name_key' AS CHAR) COLLATE utf8mb4_0900_as_cs
                AND e.year = p.entry ->> '$.year'
                AND e.audience = p.entry ->> '$.audience',
                0
            ) AS matched_count
        FROM people AS p
        LEFT JOIN directory_entries AS e ON e.user_id = p.id
        UNION ALL
        SELECT
            p.id,
            'terms',
            COUNT(n.term),
            (
                SELECT COUNT(*) FROM directory_terms AS x
                WHERE x.user_id = p.id
            ),
            COUNT(t.term)
        FROM people AS p
        LEFT JOIN
            JSON_TABLE(
                _directory_terms_of(p.id, p.entry ->> '$.directory'),
                '$[*]' COLUMNS (
                    term VARCHAR(40) PATH '$[0]',
                    field VARCHAR(20) PATH '$[1]',
                    audience VARCHAR(30) PATH '$[2]'
                )
            ) AS n
            ON p.entry IS NOT NULL
        LEFT JOIN directory_terms AS t
            ON
                t.user_id = p.id
                AND t.term = n.term
                AND t.field = n.field
                AND t.audience = n.audience
                AND t.directory = p.entry ->> '$.directory'
        GROUP BY p.id
        UNION ALL
        SELECT
            p.id,
            'facets',
            COUNT(n.facet),
            (
                SELECT COUNT(*) FROM directory_facets AS x
                WHERE x.user_id = p.id
            ),
            COUNT(f.facet)
        FROM people AS p
        LEFT JOIN
            JSON_TABLE(
                _directory_facets_of(p.id, p.entry ->> '$.directory'),
                '$[*]' COLUMNS (
                    facet VARCHAR(10) PATH '$[0]',
                    value_id BIGINT UNSIGNED PATH '$[1]',
                    level TINYINT UNSIGNED PATH '$[2]'
                )
            ) AS n
            ON p.entry IS NOT NULL
        LEFT JOIN directory_facets AS f
            ON
                f.user_id = p.id
                AND f.facet = n.facet
                AND f.value_id = n.value_id
                AND f.level = n.level
                AND f.directory = p.entry ->> '$.directory'
        GROUP BY p.id
    )

    SELECT
        user_id,
        part,
        expected_count,
        found_count,
        matched_count
    FROM counted
    WHERE NOT (expected_count = found_count AND found_count = matched_count)
    ORDER BY user_id, part
    LIMIT 1000;
END //

DELIMITER ;
