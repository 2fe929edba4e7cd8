-- _search_rewrites_queue: queue the search terms that a change of a lookup makes outdated.
--
-- The caller holds the lock on the lookup row: a concurrent reference to it was written before, or
-- is written afterwards. Read without locks and written to a table that nobody else locks:
-- thousands of people who are saving their profiles may be affected. ev_rewrite_search does the
-- work shortly after.
--
-- Parameters
--   p_kind  campuses, degrees, skill_domains or skills
--   p_id    its id
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _search_rewrites_queue;

DELIMITER //

CREATE PROCEDURE _search_rewrites_queue (
    IN p_kind VARCHAR(20),
    IN p_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Queue the profiles and postings whose search terms a change of a lookup makes outdated.'
BEGIN
    DECLARE v_people JSON;
    DECLARE v_jobs JSON;

    CASE p_kind
        WHEN 'campuses' THEN
            SELECT JSON_ARRAYAGG(u.user_id) INTO v_people
            FROM (
                SELECT user_id FROM alumni_profiles
                WHERE campus_id = p_id
                UNION DISTINCT
                SELECT user_id FROM student_profiles
                WHERE campus_id = p_id
            ) AS u;
        WHEN 'degrees' THEN
            SELECT JSON_ARRAYAGG(u.user_id) INTO v_people
            FROM (
                SELECT user_id FROM alumni_profiles
                WHERE degree_id = p_id
                UNION DISTINCT
                SELECT user_id FROM student_profiles
                WHERE degree_id = p_id
                UNION DISTINCT
                SELECT a.user_id
                FROM alumni_degrees AS d
                JOIN alumni_profiles AS a ON a.id = d.alumni_profile_id
                WHERE d.degree_id = p_id
            ) AS u;
        ELSE
            -- A domain is a facet of people with one of its skills; a skill is also a search term.
            SELECT JSON_ARRAYAGG(u.user_id) INTO v_people
            FROM (
                SELECT a.user_id
                FROM skills AS s
                JOIN alumni_skills AS k ON k.skill_id = s.id
                JOIN alumni_profiles AS a ON a.id = k.alumni_profile_id
                WHERE IF(p_kind = 'skills', s.id, s.domain_id) = p_id
                UNION DISTINCT
                SELECT p.user_id
                FROM skills AS s
                JOIN student_skills AS k ON k.skill_id = s.id
                JOIN student_profiles AS p ON p.id = k.student_profile_id
                WHERE IF(p_kind = 'skills', s.id, s.domain_id) = p_id
            ) AS u;
    END CASE;
    IF p_kind = 'skills' THEN
        SELECT JSON_ARRAYAGG(job_posting_id) INTO v_jobs
        FROM job_posting_skills
        WHERE skill_id = p_id;
    END IF;

    INSERT INTO search_rewrites (subject, subject_id)
    SELECT
        'person',
        n.id
    FROM JSON_TABLE(v_people, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')) AS n
    UNION ALL
    SELECT
        'job',
        n.id
    FROM JSON_TABLE(v_jobs, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')) AS n
    ORDER BY 1, 2
    ON DUPLICATE KEY UPDATE updated_at = UTC_TIMESTAMP();
END //

DELIMITER ;
