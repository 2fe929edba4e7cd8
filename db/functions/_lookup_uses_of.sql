-- _lookup_uses_of: count the rows that refer to a lookup, up to a limit per table.
--
-- Parameters
--   p_kind  campuses, degrees, skill_domains or skills
--   p_id    its id
--   p_most  maximum number of rows counted per table
-- Returns
--   a number; p_most or more: many

DROP FUNCTION IF EXISTS _lookup_uses_of;

DELIMITER //

CREATE FUNCTION _lookup_uses_of(
    p_kind VARCHAR(20),
    p_id BIGINT UNSIGNED,
    p_most INT UNSIGNED
)
RETURNS INT UNSIGNED
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Count the rows that refer to a lookup, up to a limit per table.'
BEGIN
    DECLARE v_count INT UNSIGNED;

    CASE p_kind
        WHEN 'campuses' THEN
            SELECT COUNT(*) INTO v_count
            FROM (
                (SELECT 1 FROM alumni_profiles WHERE campus_id = p_id LIMIT p_most)
                UNION ALL
                (SELECT 1 FROM student_profiles WHERE campus_id = p_id LIMIT p_most)
            ) AS u;
        WHEN 'degrees' THEN
            SELECT COUNT(*) INTO v_count
            FROM (
                (SELECT 1 FROM alumni_profiles WHERE degree_id = p_id LIMIT p_most)
                UNION ALL
                (SELECT 1 FROM student_profiles WHERE degree_id = p_id LIMIT p_most)
                UNION ALL
                (SELECT 1 FROM alumni_degrees WHERE degree_id = p_id LIMIT p_most)
                UNION ALL
                (SELECT 1 FROM graduation_requests WHERE degree_id = p_id LIMIT p_most)
            ) AS u;
        WHEN 'skill_domains' THEN
            SELECT COUNT(*) INTO v_count
            FROM (SELECT 1 FROM skills WHERE domain_id = p_id LIMIT p_most) AS u;
        ELSE
            SELECT COUNT(*) INTO v_count
            FROM (
                (SELECT 1 FROM alumni_skills WHERE skill_id = p_id LIMIT p_most)
                UNION ALL
                (SELECT 1 FROM student_skills WHERE skill_id = p_id LIMIT p_most)
                UNION ALL
                (SELECT 1 FROM job_posting_skills WHERE skill_id = p_id LIMIT p_most)
            ) AS u;
    END CASE;
    RETURN v_count;
END //

DELIMITER ;
