-- _series_count_degrees: count the chart data of members by degree and campus.
--
-- The twelve degrees and five campuses with the most members have their own rows and columns.
--
-- Parameters
--   p_series  JSON array that [chart, position, series_position, label, series, value] are added to
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _series_count_degrees;

DELIMITER //

CREATE PROCEDURE _series_count_degrees (INOUT p_series JSON)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Count the chart data of members by degree and campus.'
BEGIN
    DECLARE v_part JSON;

    WITH members AS (
        SELECT
            COALESCE(a.degree_id, s.degree_id) AS degree_id,
            COALESCE(a.campus_id, s.campus_id) AS campus_id,
            COUNT(*) AS value
        FROM directory_entries AS e
        LEFT JOIN alumni_profiles AS a ON a.user_id = e.user_id AND e.directory = 'alumni'
        LEFT JOIN student_profiles AS s ON s.user_id = e.user_id AND e.directory = 'students'
        GROUP BY COALESCE(a.degree_id, s.degree_id), COALESCE(a.campus_id, s.campus_id)
    ),

    -- Missing values come last.
    degrees_ranked AS (
        SELECT
            degree_id,
            IF(degree_id IS NULL, 14, LEAST(ROW_NUMBER() OVER (
                ORDER BY degree_id IS NULL, SUM(value) DESC, degree_id
            ), 13)) AS position
        FROM members
        GROUP BY degree_id
    ),

    campuses_ranked AS (
        SELECT
            campus_id,
            IF(campus_id IS NULL, 7, LEAST(ROW_NUMBER() OVER (
                ORDER BY campus_id IS NULL, SUM(value) DESC, campus_id
            ), 6)) AS position
        FROM members
        GROUP BY campus_id
    ),

    positioned AS (
        SELECT
            d.position,
            c.position AS series_position,
            SUM(m.value) AS value
        FROM members AS m
        JOIN degrees_ranked AS d ON d.degree_id <=> m.degree_id
        JOIN campuses_ranked AS c ON c.campus_id <=> m.campus_id
        GROUP BY d.position, c.position
    ),

    labels AS (
        SELECT
            r.position,
            MIN(CASE r.position
                WHEN 13 THEN 'Other degrees'
                WHEN 14 THEN 'Not given'
                ELSE COALESCE(d.abbreviation, d.name)
            END) AS label
        FROM degrees_ranked AS r
        LEFT JOIN degrees AS d ON d.id = r.degree_id
        GROUP BY r.position
    ),

    series AS (
        SELECT
            r.position,
            MIN(CASE r.position
                WHEN 6 THEN 'Other campuses'
                WHEN 7 THEN 'Not given'
                ELSE c.name
            END) AS label
        FROM campuses_ranked AS r
        LEFT JOIN campuses AS c ON c.id = r.campus_id
        GROUP BY r.position
    )

    SELECT
        JSON_ARRAYAGG(
            JSON_ARRAY(
                'degrees', l.position, s.position, l.label, s.label, COALESCE(p.value, 0)
            )
        )
    INTO v_part
    FROM labels AS l
    CROSS JOIN series AS s
    LEFT JOIN positioned AS p ON p.position = l.position AND p.series_position = s.position;
    SET p_series = JSON_MERGE_PRESERVE(p_series, COALESCE(v_part, JSON_ARRAY()));
END //

DELIMITER ;
