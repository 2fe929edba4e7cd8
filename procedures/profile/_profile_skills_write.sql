-- _profile_skills_write: set the skills of a profile to exactly a list.
-- Skills that stay keep their level.
--
-- Parameters
--   p_actor_id    users.id of the person
--   p_role        alumni or student
--   p_profile_id  id of that profile, locked
--   p_skills      names separated by commas; NULL: none
-- Result sets
--   none
-- Errors
--   45422  more than 50 skills, or one longer than 60 characters

DROP PROCEDURE IF EXISTS _profile_skills_write;

DELIMITER //

CREATE PROCEDURE _profile_skills_write (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_role VARCHAR(20),
    IN p_profile_id BIGINT UNSIGNED,
    IN p_skills TEXT
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Set the skills of a profile to exactly a list; skills that stay keep their level.'
BEGIN
    DECLARE v_names JSON DEFAULT names_of(p_skills);
    DECLARE v_gone JSON;

    CALL _skills_ensure(p_actor_id, v_names, 50);
    -- Rows to delete are read first: deleting nothing would lock the gap that the skills of the
    -- next profile go into.
    IF p_role = 'alumni' THEN
        SELECT JSON_ARRAYAGG(k.skill_id) INTO v_gone
        FROM alumni_skills AS k
        JOIN skills AS s ON s.id = k.skill_id
        LEFT JOIN
            JSON_TABLE(v_names, '$[*]' COLUMNS (name VARCHAR(60) PATH '$')) AS n
            ON n.name = s.name
        WHERE k.alumni_profile_id = p_profile_id AND n.name IS NULL;
        IF v_gone IS NOT NULL THEN
            DELETE /*+ JOIN_ORDER(g, k) JOIN_INDEX(k PRIMARY) */ k
            FROM
                JSON_TABLE(v_gone, '$[*]' COLUMNS (skill_id BIGINT UNSIGNED PATH '$')) AS g
            JOIN alumni_skills AS k
                ON k.alumni_profile_id = p_profile_id AND k.skill_id = g.skill_id;
        END IF;
        INSERT INTO alumni_skills (alumni_profile_id, skill_id, created_by)
        SELECT
            /*+ JOIN_ORDER(n, s) JOIN_INDEX(s uq_skills_name) */
            p_profile_id,
            s.id,
            p_actor_id
        FROM JSON_TABLE(v_names, '$[*]' COLUMNS (name VARCHAR(60) PATH '$')) AS n
        JOIN skills AS s ON s.name = n.name
        ORDER BY s.id
        ON DUPLICATE KEY UPDATE alumni_profile_id = p_profile_id;
    ELSE
        SELECT JSON_ARRAYAGG(k.skill_id) INTO v_gone
        FROM student_skills AS k
        JOIN skills AS s ON s.id = k.skill_id
        LEFT JOIN
            JSON_TABLE(v_names, '$[*]' COLUMNS (name VARCHAR(60) PATH '$')) AS n
            ON n.name = s.name
        WHERE k.student_profile_id = p_profile_id AND n.name IS NULL;
        IF v_gone IS NOT NULL THEN
            DELETE /*+ JOIN_ORDER(g, k) JOIN_INDEX(k PRIMARY) */ k
            FROM
                JSON_TABLE(v_gone, '$[*]' COLUMNS (skill_id BIGINT UNSIGNED PATH '$')) AS g
            JOIN student_skills AS k
                ON k.student_profile_id = p_profile_id AND k.skill_id = g.skill_id;
        END IF;
        INSERT INTO student_skills (student_profile_id, skill_id, created_by)
        SELECT
            /*+ JOIN_ORDER(n, s) JOIN_INDEX(s uq_skills_name) */
            p_profile_id,
            s.id,
            p_actor_id
        FROM JSON_TABLE(v_names, '$[*]' COLUMNS (name VARCHAR(60) PATH '$')) AS n
        JOIN skills AS s ON s.name = n.name
        ORDER BY s.id
        ON DUPLICATE KEY UPDATE student_profile_id = p_profile_id;
    END IF;
END //

DELIMITER ;
