-- _graduation_candidates: list students who may graduate, one page.
--
-- Reads a window of one index after the last page, so that a page costs the same at any size,
-- and says where to continue if the window ended before the page was full.
--
-- Parameters
--   p_degree_id     degrees.id; NULL: any
--   p_campus_id     campuses.id; NULL: any
--   p_year          expected year of graduation; NULL: any
--   p_after         users.id after which the page begins
--   p_limit         rows per page
--   p_ids           their users.id in order, separated by commas; NULL: none
--   p_next_after    cursor of the next page; NULL: the end
--   p_is_continued  1: this page is not full, and there may be more
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _graduation_candidates;

DELIMITER //

CREATE PROCEDURE _graduation_candidates (
    IN p_degree_id BIGINT UNSIGNED,
    IN p_campus_id BIGINT UNSIGNED,
    IN p_year SMALLINT UNSIGNED,
    IN p_after BIGINT UNSIGNED,
    IN p_limit INT UNSIGNED,
    OUT p_ids TEXT,
    OUT p_next_after BIGINT UNSIGNED,
    OUT p_is_continued BOOLEAN
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'List students who may graduate, one page.'
BEGIN
    DECLARE v_facet VARCHAR(10) DEFAULT CASE
        WHEN p_degree_id IS NOT NULL THEN 'degree'
        WHEN p_campus_id IS NOT NULL THEN 'campus'
    END;
    DECLARE v_value_id BIGINT UNSIGNED DEFAULT COALESCE(p_degree_id, p_campus_id);
    DECLARE v_window INT UNSIGNED DEFAULT 250;
    DECLARE v_seen_count INT UNSIGNED;
    DECLARE v_seen_last BIGINT UNSIGNED;
    DECLARE v_found_count INT UNSIGNED;

    WITH seen AS (
        (
            SELECT f.user_id
            FROM directory_facets AS f FORCE INDEX (ix_directory_facets_directory_facet_value_id)
            WHERE
                f.directory = 'students'
                AND f.facet = v_facet
                AND f.value_id = v_value_id
                AND f.level = 0
                AND f.user_id > p_after
            ORDER BY f.user_id
            LIMIT v_window
        )
        UNION ALL
        (
            SELECT e.user_id
            FROM directory_entries AS e FORCE INDEX (ix_directory_entries_directory_year_user_id)
            WHERE
                v_facet IS NULL
                AND e.directory = 'students'
                AND e.year = p_year
                AND e.user_id > p_after
            ORDER BY e.user_id
            LIMIT v_window
        )
        UNION ALL
        (
            SELECT e.user_id
            FROM directory_entries AS e FORCE INDEX (ix_directory_entries_directory_user_id)
            WHERE
                v_facet IS NULL
                AND p_year IS NULL
                AND e.directory = 'students'
                AND e.user_id > p_after
            ORDER BY e.user_id
            LIMIT v_window
        )
    ),

    fits AS (
        SELECT
            s.user_id,
            (
                (p_year IS NULL OR e.year = p_year)
                AND (
                    p_campus_id IS NULL
                    OR v_facet = 'campus'
                    OR EXISTS (
                        SELECT 1
                        FROM directory_facets AS c
                        WHERE
                            c.user_id = s.user_id
                            AND c.facet = 'campus'
                            AND c.value_id = p_campus_id
                    )
                )
            ) AS is_fitting
        FROM seen AS s
        JOIN directory_entries AS e ON e.user_id = s.user_id
    ),

    numbered AS (
        SELECT
            user_id,
            is_fitting,
            SUM(is_fitting) OVER (ORDER BY user_id) AS position
        FROM fits
    )

    SELECT /*+ SET_VAR(group_concat_max_len = 16384) */
        GROUP_CONCAT(
            IF(is_fitting AND position <= p_limit, user_id, NULL) ORDER BY user_id
        ),
        MAX(IF(is_fitting AND position <= p_limit, user_id, NULL)),
        COUNT(*),
        MAX(user_id),
        COALESCE(MAX(position), 0)
    INTO p_ids, p_next_after, v_seen_count, v_seen_last, v_found_count
    FROM numbered;

    SET p_is_continued = v_found_count <= p_limit AND v_seen_count = v_window;
    SET p_next_after = CASE
        WHEN v_found_count > p_limit THEN p_next_after
        WHEN p_is_continued THEN v_seen_last
    END;
END //

DELIMITER ;
