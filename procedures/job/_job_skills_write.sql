-- _job_skills_write: set the skills of a posting to exactly a list.
--
-- Names are compared with the collation; a new skill is created in the
-- domain Other, where the office finds it.
--
-- Parameters
--   p_actor_id  users.id of the writer
--   p_job_id    job_postings.id
--   p_skills    names separated by commas; NULL: none
-- Result sets
--   none
-- Errors
--   45422  more than 20 skills, or one longer than 60 characters

DROP PROCEDURE IF EXISTS _job_skills_write;

DELIMITER //

CREATE PROCEDURE _job_skills_write (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_job_id BIGINT UNSIGNED,
    IN p_skills TEXT
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Set the skills of a posting to exactly a list.'
BEGIN
    DECLARE v_names JSON DEFAULT names_of(p_skills);
    DECLARE v_gone JSON;

    CALL _skills_ensure(p_actor_id, v_names, 20);
    -- Rows to delete are read first: deleting nothing would lock the gap that the skills of the
    -- next posting go into.
    SELECT JSON_ARRAYAGG(k.skill_id) INTO v_gone
    FROM job_posting_skills AS k
    WHERE k.job_posting_id = p_job_id;
    IF v_gone IS NOT NULL THEN
        DELETE /*+ JOIN_ORDER(g, k) JOIN_INDEX(k PRIMARY) */ k
        FROM
            JSON_TABLE(v_gone, '$[*]' COLUMNS (skill_id BIGINT UNSIGNED PATH '$')) AS g
        JOIN job_posting_skills AS k
            ON k.job_posting_id = p_job_id AND k.skill_id = g.skill_id;
    END IF;
    INSERT INTO job_posting_skills (job_posting_id, skill_id, created_by)
    SELECT
        /*+ JOIN_ORDER(n, s) JOIN_INDEX(s uq_skills_name) */
        p_job_id,
        s.id,
        p_actor_id
    FROM JSON_TABLE(v_names, '$[*]' COLUMNS (name VARCHAR(60) PATH '$')) AS n
    JOIN skills AS s ON s.name = n.name
    ORDER BY s.id;
END //

DELIMITER ;
