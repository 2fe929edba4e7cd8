-- report_cohorts: report the number of alumni by year of graduation, degree and campus.
--
-- Reads the last refresh: the cells of the requested years, at most 5,000, and the lookup
-- tables for its filters. Shows numbers of people only, no names and no outcomes.
--
-- Parameters
--   p_actor_id   users.id of an admin
--   p_from_year  first year of graduation; NULL: nine years before the last year
--   p_to_year    last year; NULL: this year
--   p_degree     degrees.id; NULL: all
--   p_campus     campuses.id; NULL: all
-- Result sets
--   report (one)     from_year, to_year, alumni_count (of these years and filters),
--                    without_year_count (matches without a year), is_complete (0: there
--                    are more cells than the report shows), refreshed_at, institution
--   years (many)     graduation_year, alumni_count: every year, including empty ones
--   cells (many)     graduation_year, degree, campus (NULL: not given), alumni_count
--   degrees (many)   id, name
--   campuses (many)  id, name
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45422  invalid value
-- Example
--   CALL report_cohorts(1, NULL, NULL, NULL, NULL);
--   CALL report_cohorts(1, 2010, 2019, 1, NULL);

DROP PROCEDURE IF EXISTS report_cohorts;

DELIMITER //

CREATE PROCEDURE report_cohorts (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_from_year SMALLINT UNSIGNED,
    IN p_to_year SMALLINT UNSIGNED,
    IN p_degree BIGINT UNSIGNED,
    IN p_campus BIGINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT
'Report alumni by year, degree and campus. | report: one, years: many, cells: many,
degrees: many, campuses: many'
BEGIN
    DECLARE v_to_year INT DEFAULT COALESCE(p_to_year, GREATEST(
        YEAR(UTC_DATE()), COALESCE(p_from_year, 0)
    ));
    DECLARE v_from_year INT DEFAULT COALESCE(p_from_year, v_to_year - 9);
    DECLARE v_generation INT UNSIGNED;
    DECLARE v_refreshed_at DATETIME;
    DECLARE v_cells_count INT;
    DECLARE v_alumni_count INT;
    DECLARE v_without_year_count INT;

    CALL _require_admin(p_actor_id);
    IF v_from_year NOT BETWEEN 1900 AND 2200 THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'from_year: Enter a year such as 2015.';
    END IF;
    IF v_to_year NOT BETWEEN 1900 AND 2200 THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'to_year: Enter a year such as 2025.';
    END IF;
    IF v_to_year < v_from_year THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'to_year: Choose a last year that is not before the first year.';
    END IF;
    IF v_to_year - v_from_year > 59 THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'to_year: Choose at most 60 years.';
    END IF;
    SELECT
        generation,
        refreshed_at
    INTO v_generation, v_refreshed_at
    FROM statistics_snapshots;

    SELECT
        COUNT(*),
        COALESCE(SUM(alumni_count), 0)
    INTO v_cells_count, v_alumni_count
    FROM statistics_cohorts
    WHERE
        generation = v_generation
        AND graduation_year BETWEEN v_from_year AND v_to_year
        AND (p_degree IS NULL OR degree_id = p_degree)
        AND (p_campus IS NULL OR campus_id = p_campus);
    SELECT COALESCE(SUM(alumni_count), 0) INTO v_without_year_count
    FROM statistics_cohorts
    WHERE
        generation = v_generation
        AND graduation_year IS NULL
        AND (p_degree IS NULL OR degree_id = p_degree)
        AND (p_campus IS NULL OR campus_id = p_campus);

    SELECT
        v_from_year AS from_year,
        v_to_year AS to_year,
        v_alumni_count AS alumni_count,
        v_without_year_count AS without_year_count,
        v_cells_count <= 5000 AS is_complete,
        v_refreshed_at AS refreshed_at,
        name AS institution
    FROM institution_info;

    WITH RECURSIVE years (year) AS (
        SELECT v_from_year
        UNION ALL
        SELECT year + 1
        FROM years
        WHERE year < v_to_year
    )

    SELECT
        y.year AS graduation_year,
        COALESCE(SUM(c.alumni_count), 0) AS alumni_count
    FROM years AS y
    LEFT JOIN statistics_cohorts AS c
        ON
            c.generation = v_generation
            AND c.graduation_year = y.year
            AND (p_degree IS NULL OR c.degree_id = p_degree)
            AND (p_campus IS NULL OR c.campus_id = p_campus)
    GROUP BY y.year
    ORDER BY y.year DESC;

    SELECT
        c.graduation_year,
        d.name AS degree,
        m.name AS campus,
        c.alumni_count
    FROM statistics_cohorts AS c
    LEFT JOIN degrees AS d ON d.id = c.degree_id
    LEFT JOIN campuses AS m ON m.id = c.campus_id
    WHERE
        c.generation = v_generation
        AND c.graduation_year BETWEEN v_from_year AND v_to_year
        AND (p_degree IS NULL OR c.degree_id = p_degree)
        AND (p_campus IS NULL OR c.campus_id = p_campus)
    ORDER BY c.graduation_year DESC, d.name IS NULL, d.name ASC, m.name IS NULL, m.name ASC
    LIMIT 5000;

    SELECT
        id,
        name
    FROM degrees
    ORDER BY name;
    SELECT
        id,
        name
    FROM campuses
    ORDER BY name;
END //

DELIMITER ;
