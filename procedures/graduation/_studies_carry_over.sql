-- _studies_carry_over: copy a student's skills and projects to the alumni profile.
--
-- Skills keep their levels. Projects become achievements: the student profile is history that
-- nobody edits, while the person should still be able to show, find and edit their work.
-- Read first and written afterwards: INSERT ... SELECT would lock gaps in which others
-- insert.
--
-- Parameters
--   p_actor_id  users.id of the actor; NULL: a database client
--   p_user_id   users.id of the student, who already has an alumni profile
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _studies_carry_over;

DELIMITER //

CREATE PROCEDURE _studies_carry_over (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Copy a student''s skills and projects to the alumni profile.'
BEGIN
    DECLARE v_profile_id BIGINT UNSIGNED;
    DECLARE v_skills JSON;
    DECLARE v_projects JSON;

    SELECT id INTO v_profile_id
    FROM alumni_profiles
    WHERE user_id = p_user_id;

    SELECT JSON_ARRAYAGG(JSON_ARRAY(k.skill_id, k.proficiency_level)) INTO v_skills
    FROM student_profiles AS s
    JOIN student_skills AS k ON k.student_profile_id = s.id
    WHERE s.user_id = p_user_id;

    -- People who graduated here before already have the projects of that time.
    SELECT JSON_ARRAYAGG(JSON_ARRAY(j.id, j.title, j.url, j.description)) INTO v_projects
    FROM student_profiles AS s
    JOIN student_projects AS j ON j.student_profile_id = s.id
    LEFT JOIN alumni_achievements AS h
        ON
            h.alumni_profile_id = v_profile_id
            AND h.kind = 'project'
            AND h.title = j.title
    WHERE s.user_id = p_user_id AND h.id IS NULL;

    IF v_skills IS NOT NULL THEN
        INSERT INTO alumni_skills (
            alumni_profile_id, skill_id, proficiency_level, created_by
        )
        SELECT
            v_profile_id,
            n.skill_id,
            n.proficiency_level,
            p_actor_id
        FROM
            JSON_TABLE(
                v_skills, '$[*]' COLUMNS (
                    skill_id BIGINT UNSIGNED PATH '$[0]',
                    proficiency_level VARCHAR(20) PATH '$[1]'
                )
            ) AS n
        ON DUPLICATE KEY UPDATE skill_id = n.skill_id;
    END IF;
    IF v_projects IS NOT NULL THEN
        INSERT INTO alumni_achievements (
            alumni_profile_id, kind, title, url, description, created_by, updated_by
        )
        SELECT
            v_profile_id,
            'project',
            n.title,
            n.url,
            n.description,
            p_actor_id,
            p_actor_id
        FROM
            JSON_TABLE(
                v_projects, '$[*]' COLUMNS (
                    id BIGINT UNSIGNED PATH '$[0]',
                    title VARCHAR(160) PATH '$[1]',
                    url VARCHAR(300) PATH '$[2]',
                    description TEXT PATH '$[3]'
                )
            ) AS n
        ORDER BY n.id;
    END IF;
END //

DELIMITER ;
