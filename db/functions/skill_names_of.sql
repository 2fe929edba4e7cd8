-- skill_names_of: list the skills a posting asks for, as one line.
--
-- Parameters
--   p_job_id  job_postings.id
-- Returns
--   names separated by comma and blank, in alphabetical order; NULL if there are none

DROP FUNCTION IF EXISTS skill_names_of;

DELIMITER //

CREATE FUNCTION skill_names_of(p_job_id BIGINT UNSIGNED)
RETURNS TEXT
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'List the skills a posting asks for, as one line.'
BEGIN
    DECLARE v_names TEXT;

    -- Twenty skills of sixty characters exceed the default limit of GROUP_CONCAT.
    SELECT
        /*+ SET_VAR(group_concat_max_len = 16384) */
        GROUP_CONCAT(s.name ORDER BY s.name SEPARATOR ', ')
    INTO v_names
    FROM job_posting_skills AS p
    JOIN skills AS s ON s.id = p.skill_id
    WHERE p.job_posting_id = p_job_id;
    RETURN v_names;
END //

DELIMITER ;
