-- _series_count_members: count the chart data on accounts.
-- States, years of graduation, sign-ups and skills.
--
-- Empty rows are included with 0: years and months come from recursive queries,
-- states from their list.
--
-- Parameters
--   p_series  JSON array that [chart, position, series_position, label, series, value] are added to
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _series_count_members;

DELIMITER //

CREATE PROCEDURE _series_count_members (INOUT p_series JSON)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Count the chart data on accounts: states, years of graduation, sign-ups, skills.'
BEGIN
    DECLARE v_month DATE DEFAULT DATE_FORMAT(UTC_DATE(), '%Y-%m-01');
    DECLARE v_first_year INT;
    DECLARE v_last_year INT;
    DECLARE v_part JSON;

    WITH states AS (
        SELECT
            t.n AS position,
            ELT(
                t.n, 'Active', 'Pending approval', 'Email not confirmed', 'Blocked', 'Rejected',
                'Deleted, not erased yet'
            ) AS label
        FROM JSON_TABLE('[1, 2, 3, 4, 5, 6]', '$[*]' COLUMNS (n INT PATH '$')) AS t
    ),

    series AS (
        SELECT
            t.n AS position,
            ELT(t.n, 'Alumni', 'Students', 'Office') AS label,
            ELT(t.n, 'alumni', 'student', 'admin') AS role
        FROM JSON_TABLE('[1, 2, 3]', '$[*]' COLUMNS (n INT PATH '$')) AS t
    ),

    counted AS (
        SELECT
            r.name AS role,
            CASE
                WHEN u.erased_at IS NOT NULL THEN NULL
                WHEN u.is_deleted = 1 THEN 6
                WHEN u.status = 'active' THEN 1
                WHEN u.status = 'blocked' THEN 4
                WHEN u.status = 'rejected' THEN 5
                WHEN u.email_verified_at IS NULL THEN 3
                ELSE 2
            END AS position,
            COUNT(*) AS value
        FROM users AS u
        JOIN roles AS r ON r.id = u.role_id
        GROUP BY role, position
    )

    SELECT
        JSON_ARRAYAGG(
            JSON_ARRAY(
                'accounts', s.position, k.position, s.label, k.label, COALESCE(c.value, 0)
            )
        )
    INTO v_part
    FROM states AS s
    CROSS JOIN series AS k
    LEFT JOIN counted AS c ON c.position = s.position AND c.role = k.role;
    SET p_series = JSON_MERGE_PRESERVE(p_series, v_part);

    -- At most forty years; earlier ones share one row.
    SELECT
        GREATEST(MIN(year), YEAR(UTC_DATE()) - 34),
        LEAST(MAX(year), YEAR(UTC_DATE()) + 5)
    INTO v_first_year, v_last_year
    FROM directory_entries
    WHERE directory IN ('alumni', 'students') AND year > 0;
    WITH RECURSIVE years (year) AS (
        SELECT v_first_year - 1
        WHERE v_first_year <= v_last_year
        UNION ALL
        SELECT year + 1
        FROM years
        WHERE year < v_last_year
    ),

    series (position, directory, label) AS (
        SELECT 1, 'alumni', 'Alumni'
        UNION ALL
        SELECT 2, 'students', 'Students (expected)'
    ),

    counted AS (
        SELECT
            directory,
            LEAST(GREATEST(year, v_first_year - 1), v_last_year) AS shown_year,
            COUNT(*) AS value
        FROM directory_entries
        WHERE year > 0
        GROUP BY directory, shown_year
    )

    SELECT
        JSON_ARRAYAGG(
            JSON_ARRAY(
                'graduation_years', y.year - v_first_year + 2, d.position,
                IF(y.year < v_first_year, CONCAT('Before ', v_first_year), y.year), d.label,
                COALESCE(c.value, 0)
            )
        )
    INTO v_part
    FROM years AS y
    CROSS JOIN series AS d
    LEFT JOIN counted AS c ON c.directory = d.directory AND c.shown_year = y.year
    WHERE
        y.year >= v_first_year
        OR EXISTS (
            SELECT 1
            FROM counted AS b
            WHERE b.shown_year < v_first_year
        );
    SET p_series = JSON_MERGE_PRESERVE(p_series, COALESCE(v_part, JSON_ARRAY()));

    -- A person with a confirmed address has signed up, whatever happened to the account later.
    WITH RECURSIVE months (position, month) AS (
        SELECT
            1,
            v_month - INTERVAL 23 MONTH
        UNION ALL
        SELECT
            position + 1,
            month + INTERVAL 1 MONTH
        FROM months
        WHERE position < 24
    ),

    series (position, label) AS (
        SELECT 1, 'Alumni'
        UNION ALL
        SELECT 2, 'Students'
    ),

    counted AS (
        SELECT
            IF(r.name = 'student', 2, 1) AS series_position,
            DATE_FORMAT(u.created_at, '%Y-%m-01') AS month,
            COUNT(*) AS value
        FROM users AS u
        JOIN roles AS r ON r.id = u.role_id
        WHERE
            r.name IN ('alumni', 'student')
            AND u.email_verified_at IS NOT NULL
            AND u.created_at >= v_month - INTERVAL 23 MONTH
        GROUP BY series_position, month
    )

    SELECT
        JSON_ARRAYAGG(
            JSON_ARRAY(
                'sign_ups', m.position, d.position, DATE_FORMAT(m.month, '%M %Y'), d.label,
                COALESCE(c.value, 0)
            )
        )
    INTO v_part
    FROM months AS m
    CROSS JOIN series AS d
    LEFT JOIN counted AS c
        ON c.month = DATE_FORMAT(m.month, '%Y-%m-01') AND c.series_position = d.position;
    SET p_series = JSON_MERGE_PRESERVE(p_series, v_part);

    WITH counted AS (
        SELECT
            value_id,
            SUM(directory = 'alumni') AS alumni_count,
            SUM(directory = 'students') AS students_count,
            COUNT(*) AS people_count
        FROM directory_facets
        WHERE facet = 'domain'
        GROUP BY value_id
        ORDER BY people_count DESC, value_id ASC
        LIMIT 14
    ),

    ranked AS (
        SELECT
            s.name,
            c.alumni_count,
            c.students_count,
            ROW_NUMBER() OVER (ORDER BY c.people_count DESC, s.name ASC) AS position
        FROM counted AS c
        JOIN skill_domains AS s ON s.id = c.value_id
    ),

    series (position, label) AS (
        SELECT 1, 'Alumni'
        UNION ALL
        SELECT 2, 'Students'
    )

    SELECT
        JSON_ARRAYAGG(
            JSON_ARRAY(
                'skills', r.position, d.position, r.name, d.label,
                IF(d.position = 1, r.alumni_count, r.students_count)
            )
        )
    INTO v_part
    FROM ranked AS r
    CROSS JOIN series AS d;
    SET p_series = JSON_MERGE_PRESERVE(p_series, COALESCE(v_part, JSON_ARRAY()));
END //

DELIMITER ;
