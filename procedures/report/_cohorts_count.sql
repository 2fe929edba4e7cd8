-- _cohorts_count: count active alumni by year of graduation, degree and campus.
--
-- Parameters
--   p_cohorts  JSON array of [year, degree_id, campus_id, count]; NULL in the first three: not
--              given
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _cohorts_count;

DELIMITER //

CREATE PROCEDURE _cohorts_count (OUT p_cohorts JSON)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Count active alumni by year of graduation, degree and campus.'
BEGIN
    SELECT
        COALESCE(
            JSON_ARRAYAGG(JSON_ARRAY(c.graduation_year, c.degree_id, c.campus_id, c.alumni_count)),
            JSON_ARRAY()
        )
    INTO p_cohorts
    FROM (
        SELECT
            a.graduation_year,
            a.degree_id,
            a.campus_id,
            COUNT(*) AS alumni_count
        FROM directory_entries AS e
        JOIN alumni_profiles AS a ON a.user_id = e.user_id
        WHERE e.directory = 'alumni'
        GROUP BY a.graduation_year, a.degree_id, a.campus_id
    ) AS c;
END //

DELIMITER ;
