-- _directory_candidates: find the most selective condition of a search.
--
-- Each is counted up to 3,000, so that a common one costs no more. If all words are common, a full
-- name may still be rare: there are many people named Wei or Zhang, and few named Wei Zhang.
--
-- Parameters
--   p_year_from   as in _directory_search; NULL: any
--   p_year_to     as in _directory_search; NULL: any
--   p_candidates  a SELECT of the matching ids (id); NULL: all conditions are common
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _directory_candidates;

DELIMITER //

CREATE PROCEDURE _directory_candidates (
    IN p_year_from SMALLINT UNSIGNED,
    IN p_year_to SMALLINT UNSIGNED,
    OUT p_candidates TEXT
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Find the most selective condition of a search.'
BEGIN
    DECLARE v_domain_level TINYINT UNSIGNED DEFAULT IF(@dir_skill IS NULL, @dir_level, 0);
    DECLARE v_years INT UNSIGNED;
    DECLARE v_names INT UNSIGNED;

    IF p_year_from IS NOT NULL OR p_year_to IS NOT NULL THEN
        SELECT COUNT(*) INTO v_years
        FROM (
            SELECT 1
            FROM directory_entries FORCE INDEX (ix_directory_entries_directory_year_user_id)
            WHERE directory = @dir_directory AND year BETWEEN @dir_year_from AND @dir_year_to
            LIMIT 3000
        ) AS c;
    END IF;

    SET p_candidates = NULL;
    SELECT
        CASE
            WHEN r.name IN ('s1', 's2', 's3', 'c1', 'c2', 'i1')
                THEN CONCAT(
                    'SELECT DISTINCT t.user_id AS id FROM directory_terms AS t FORCE INDEX'
                    ' (ix_directory_terms_directory_term_user_id)'
                    ' WHERE t.directory = @dir_directory AND t.term LIKE @dir_', r.name,
                    -- Those who have the word in their profile's text.
                    COALESCE(
                        CONCAT(
                            ' UNION SELECT x.user_id FROM directory_entries AS x WHERE x.user_id',
                            ' IN (',
                            ELT(FIELD(r.name, 's1', 's2', 's3'), @dir_t1, @dir_t2, @dir_t3),
                            ')'
                        ),
                        ''
                    )
                )
            WHEN r.name = 'years'
                THEN
                    'SELECT y.user_id AS id FROM directory_entries AS y'
                    ' WHERE y.directory = @dir_directory'
                    ' AND y.year BETWEEN @dir_year_from AND @dir_year_to'
            ELSE CONCAT(
                'SELECT f.user_id AS id FROM directory_facets AS f'
                ' WHERE f.directory = @dir_directory AND f.facet = ''', r.name,
                ''' AND f.value_id = @dir_', r.name, ' AND f.level >= ', r.level
            )
        END
    INTO p_candidates
    FROM (
        SELECT
            's1' AS name,
            0 AS level,
            directory_term_count(@dir_directory, @dir_s1) AS n
        UNION ALL
        SELECT
            's2',
            0,
            directory_term_count(@dir_directory, @dir_s2)
        UNION ALL
        SELECT
            's3',
            0,
            directory_term_count(@dir_directory, @dir_s3)
        UNION ALL
        SELECT
            'c1',
            0,
            directory_term_count(@dir_directory, @dir_c1)
        UNION ALL
        SELECT
            'c2',
            0,
            directory_term_count(@dir_directory, @dir_c2)
        UNION ALL
        SELECT
            'i1',
            0,
            directory_term_count(@dir_directory, @dir_i1)
        UNION ALL
        SELECT
            'skill',
            @dir_level,
            directory_facet_count(@dir_directory, 'skill', @dir_skill, @dir_level)
        UNION ALL
        SELECT
            'domain',
            v_domain_level,
            directory_facet_count(@dir_directory, 'domain', @dir_domain, v_domain_level)
        UNION ALL
        SELECT
            'degree',
            0,
            directory_facet_count(@dir_directory, 'degree', @dir_degree, 0)
        UNION ALL
        SELECT
            'campus',
            0,
            directory_facet_count(@dir_directory, 'campus', @dir_campus, 0)
        UNION ALL
        SELECT
            'mentor',
            0,
            directory_facet_count(@dir_directory, 'mentor', @dir_mentor, 0)
        UNION ALL
        SELECT
            'years',
            0,
            v_years
    ) AS r
    WHERE r.n < 3000
    ORDER BY r.n
    LIMIT 1;

    IF p_candidates IS NULL AND @dir_s2 IS NOT NULL THEN
        SET
        @dir_n1 = REPLACE(CONCAT_WS('', @dir_s1, @dir_s2, @dir_s3), '%', ''),
        @dir_n2 = REPLACE(CONCAT_WS('', @dir_s2, @dir_s3, @dir_s1), '%', ''),
        @dir_n3 = REPLACE(CONCAT_WS('', @dir_s3, @dir_s1, @dir_s2), '%', '');
        SET
        @dir_n1 = CONCAT(LEFT(@dir_n1, 40), '%'),
        @dir_n2 = CONCAT(LEFT(@dir_n2, 40), '%'),
        @dir_n3 = CONCAT(LEFT(@dir_n3, 40), '%');
        SELECT SUM(directory_term_count(@dir_directory, n.term)) INTO v_names
        FROM JSON_TABLE(
            JSON_ARRAY(@dir_n1, @dir_n2, @dir_n3),
            '$[*]' COLUMNS (term VARCHAR(41) PATH '$')
        ) AS n;
        IF v_names BETWEEN 1 AND 2999 THEN
            SET p_candidates = CONCAT(
                'SELECT t.user_id AS id FROM directory_terms AS t FORCE INDEX'
                ' (ix_directory_terms_directory_term_user_id) WHERE t.directory = @dir_directory'
                ' AND (t.term LIKE @dir_n1 OR t.term LIKE @dir_n2 OR t.term LIKE @dir_n3)'
                ' GROUP BY t.user_id'
            );
        END IF;
    END IF;
END //

DELIMITER ;
