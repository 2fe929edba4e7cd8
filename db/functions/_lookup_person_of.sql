-- _lookup_person_of: return the next person whose rows refer to a lookup, for a merge.
--
-- Parameters
--   p_kind  campuses, degrees or skills; nobody refers to skill_domains directly
--   p_id    its id
-- Returns
--   users.id; NULL: none

DROP FUNCTION IF EXISTS _lookup_person_of;

DELIMITER //

CREATE FUNCTION _lookup_person_of(
    p_kind VARCHAR(20),
    p_id BIGINT UNSIGNED
)
RETURNS BIGINT UNSIGNED
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Return the next person whose rows refer to a lookup.'
BEGIN
    DECLARE v_user_id BIGINT UNSIGNED;

    CASE p_kind
        WHEN 'campuses' THEN
            SELECT MAX(u.user_id) INTO v_user_id
            FROM (
                (SELECT user_id FROM alumni_profiles WHERE campus_id = p_id LIMIT 1)
                UNION ALL
                (SELECT user_id FROM student_profiles WHERE campus_id = p_id LIMIT 1)
            ) AS u;
        WHEN 'degrees' THEN
            SELECT MAX(u.user_id) INTO v_user_id
            FROM (
                (SELECT user_id FROM alumni_profiles WHERE degree_id = p_id LIMIT 1)
                UNION ALL
                (SELECT user_id FROM student_profiles WHERE degree_id = p_id LIMIT 1)
                UNION ALL
                (
                    SELECT a.user_id
                    FROM alumni_degrees AS d
                    JOIN alumni_profiles AS a ON a.id = d.alumni_profile_id
                    WHERE d.degree_id = p_id
                    LIMIT 1
                )
                UNION ALL
                (SELECT user_id FROM graduation_requests WHERE degree_id = p_id LIMIT 1)
            ) AS u;
        WHEN 'skills' THEN
            SELECT MAX(u.user_id) INTO v_user_id
            FROM (
                (
                    SELECT a.user_id
                    FROM alumni_skills AS k
                    JOIN alumni_profiles AS a ON a.id = k.alumni_profile_id
                    WHERE k.skill_id = p_id
                    LIMIT 1
                )
                UNION ALL
                (
                    SELECT s.user_id
                    FROM student_skills AS k
                    JOIN student_profiles AS s ON s.id = k.student_profile_id
                    WHERE k.skill_id = p_id
                    LIMIT 1
                )
            ) AS u;
        ELSE SET v_user_id = NULL;
    END CASE;
    RETURN v_user_id;
END //

DELIMITER ;
