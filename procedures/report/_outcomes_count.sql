-- _outcomes_count: count the outcomes of alumni, with small groups suppressed.
--
-- Three tables by period of graduation: current position by degree, industry, and company. Their
-- populations differ, so that none can be derived from another; campuses are not separated for the
-- same reason. Names shared by fewer people than the threshold are added to the row of the others
-- before suppression.
--
-- Parameters
--   p_outcomes  JSON array that rows are added to, as _outcomes_add does
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _outcomes_count;

DELIMITER //

CREATE PROCEDURE _outcomes_count (INOUT p_outcomes JSON)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Count the outcomes of alumni, with small groups suppressed.'
BEGIN
    DECLARE v_cells JSON;

    SELECT
        JSON_ARRAYAGG(
            JSON_ARRAY(
                c.degree, graduation_period_of(c.graduation_year), c.alumni_count, c.employed_count
            )
        )
    INTO v_cells
    FROM (
        SELECT
            COALESCE(d.name, 'Degree not given') AS degree,
            a.graduation_year,
            COUNT(*) AS alumni_count,
            SUM(
                a.current_company IS NOT NULL
                OR a.current_job_title IS NOT NULL
                OR EXISTS (
                    SELECT 1
                    FROM alumni_work_history AS w
                    WHERE w.alumni_profile_id = a.id AND w.end_date IS NULL
                )
            ) AS employed_count
        FROM directory_entries AS e
        JOIN alumni_profiles AS a ON a.user_id = e.user_id
        LEFT JOIN degrees AS d ON d.id = a.degree_id
        WHERE e.directory = 'alumni'
        GROUP BY d.name, a.graduation_year
    ) AS c;
    CALL _outcomes_add('employment', v_cells, 25, 'Other degrees', p_outcomes);

    SELECT
        JSON_ARRAYAGG(
            JSON_ARRAY(
                c.industry, graduation_period_of(c.graduation_year), NULL, c.alumni_count
            )
        )
    INTO v_cells
    FROM (
        SELECT
            TRIM(a.industry) AS industry,
            a.graduation_year,
            COUNT(*) AS alumni_count
        FROM directory_entries AS e
        JOIN alumni_profiles AS a ON a.user_id = e.user_id
        WHERE e.directory = 'alumni' AND TRIM(a.industry) <> ''
        GROUP BY TRIM(a.industry), a.graduation_year
    ) AS c;
    CALL _outcomes_add('industry', v_cells, 15, 'Other industries', p_outcomes);

    SELECT
        JSON_ARRAYAGG(
            JSON_ARRAY(
                c.company, graduation_period_of(c.graduation_year), NULL, c.alumni_count
            )
        )
    INTO v_cells
    FROM (
        SELECT
            TRIM(a.current_company) AS company,
            a.graduation_year,
            COUNT(*) AS alumni_count
        FROM directory_entries AS e
        JOIN alumni_profiles AS a ON a.user_id = e.user_id
        WHERE e.directory = 'alumni' AND TRIM(a.current_company) <> ''
        GROUP BY TRIM(a.current_company), a.graduation_year
    ) AS c;
    CALL _outcomes_add('company', v_cells, 20, 'Other companies', p_outcomes);
END //

DELIMITER ;
