-- _lookup_person_move: move the references of one person to another row of a lookup table.
--
-- If the person then has something twice, one is kept: the skill with the higher proficiency, one
-- additional degree per year. The caller holds the lock on the account. A new table that refers to
-- a lookup and a person belongs here and in _lookup_person_of; a test compares it with the foreign
-- keys.
--
-- Parameters
--   p_kind     campuses, degrees or skills
--   p_from_id  id to replace
--   p_into_id  id to keep
--   p_user_id  users.id
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _lookup_person_move;

DELIMITER //

CREATE PROCEDURE _lookup_person_move (
    IN p_kind VARCHAR(20),
    IN p_from_id BIGINT UNSIGNED,
    IN p_into_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Move the references of one person to another row of a lookup table.'
BEGIN
    DECLARE v_alumni_profile_id BIGINT UNSIGNED;
    DECLARE v_student_profile_id BIGINT UNSIGNED;
    DECLARE v_level TINYINT UNSIGNED;

    SELECT id INTO v_alumni_profile_id
    FROM alumni_profiles
    WHERE user_id = p_user_id
    FOR UPDATE;
    SELECT id INTO v_student_profile_id
    FROM student_profiles
    WHERE user_id = p_user_id
    FOR UPDATE;

    CASE p_kind
        WHEN 'campuses' THEN
            UPDATE alumni_profiles SET campus_id = p_into_id
            WHERE id = v_alumni_profile_id AND campus_id = p_from_id;
            UPDATE student_profiles SET campus_id = p_into_id
            WHERE id = v_student_profile_id AND campus_id = p_from_id;
        WHEN 'degrees' THEN
            UPDATE alumni_profiles SET degree_id = p_into_id
            WHERE id = v_alumni_profile_id AND degree_id = p_from_id;
            UPDATE student_profiles SET degree_id = p_into_id
            WHERE id = v_student_profile_id AND degree_id = p_from_id;
            DELETE f
            FROM alumni_degrees AS f
            JOIN alumni_degrees AS t
                ON
                    t.alumni_profile_id = f.alumni_profile_id
                    AND t.degree_id = p_into_id
                    AND t.graduation_year <=> f.graduation_year
            WHERE f.alumni_profile_id = v_alumni_profile_id AND f.degree_id = p_from_id;
            UPDATE alumni_degrees SET degree_id = p_into_id
            WHERE alumni_profile_id = v_alumni_profile_id AND degree_id = p_from_id;
            UPDATE graduation_requests SET degree_id = p_into_id
            WHERE user_id = p_user_id AND degree_id = p_from_id;
        ELSE
            -- ENUM values are ordered by their numbers: the higher level stays.
            SELECT MAX(proficiency_level + 0) INTO v_level
            FROM alumni_skills
            WHERE
                alumni_profile_id = v_alumni_profile_id
                AND skill_id IN (p_from_id, p_into_id)
            FOR UPDATE;
            UPDATE alumni_skills SET proficiency_level = v_level
            WHERE alumni_profile_id = v_alumni_profile_id AND skill_id = p_into_id;
            DELETE f
            FROM alumni_skills AS f
            JOIN alumni_skills AS t
                ON t.alumni_profile_id = f.alumni_profile_id AND t.skill_id = p_into_id
            WHERE f.alumni_profile_id = v_alumni_profile_id AND f.skill_id = p_from_id;
            UPDATE alumni_skills SET skill_id = p_into_id
            WHERE alumni_profile_id = v_alumni_profile_id AND skill_id = p_from_id;

            SELECT MAX(proficiency_level + 0) INTO v_level
            FROM student_skills
            WHERE
                student_profile_id = v_student_profile_id
                AND skill_id IN (p_from_id, p_into_id)
            FOR UPDATE;
            UPDATE student_skills SET proficiency_level = v_level
            WHERE student_profile_id = v_student_profile_id AND skill_id = p_into_id;
            DELETE f
            FROM student_skills AS f
            JOIN student_skills AS t
                ON t.student_profile_id = f.student_profile_id AND t.skill_id = p_into_id
            WHERE f.student_profile_id = v_student_profile_id AND f.skill_id = p_from_id;
            UPDATE student_skills SET skill_id = p_into_id
            WHERE student_profile_id = v_student_profile_id AND skill_id = p_from_id;
    END CASE;
    CALL _directory_write(p_user_id);
END //

DELIMITER ;
