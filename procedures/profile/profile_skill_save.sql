-- profile_skill_save: add a skill to your profile, or set its level.
--
-- Parameters
--   p_actor_id     users.id of the person
--   p_skill        its name; a new one is created
--   p_proficiency  beginner, intermediate, advanced, expert; NULL: intermediate, or unchanged
-- Result sets
--   skill (one)  id, name
-- Errors
--   45401  not signed in
--   45403  the profile has no such part
--   45409  there are 50 already
--   45422  invalid value
-- Example
--   CALL profile_skill_save(2, 'PostgreSQL', 'advanced');

DROP PROCEDURE IF EXISTS profile_skill_save;

DELIMITER //

CREATE PROCEDURE profile_skill_save (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_skill VARCHAR(60),
    IN p_proficiency VARCHAR(20)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Add a skill to your profile, or set its level. | skill: one'
BEGIN
    DECLARE v_role VARCHAR(20) DEFAULT 'alumni';
    DECLARE v_profile_id BIGINT UNSIGNED;
    DECLARE v_count INT UNSIGNED;
    DECLARE v_skill_id BIGINT UNSIGNED;
    DECLARE v_name VARCHAR(60);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    CALL _profile_lock_as(p_actor_id, 'member', v_profile_id);
    SET v_role = role_of(p_actor_id);
    CALL _require_text('skill', p_skill, 60, 1, 0);
    IF LOCATE(',', p_skill) > 0 THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'skill: Add one skill at a time.';
    ELSEIF p_proficiency NOT IN ('beginner', 'intermediate', 'advanced', 'expert') THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'proficiency: Choose a level from the list.';
    END IF;
    CALL _skills_ensure(p_actor_id, JSON_ARRAY(TRIM(p_skill)), 1);
    -- FOR SHARE also sees skills created a moment ago by others.
    SELECT
        id,
        name
    INTO v_skill_id, v_name
    FROM skills
    WHERE name = TRIM(p_skill)
    FOR SHARE;
    IF v_role = 'alumni' THEN
        SELECT COUNT(*) INTO v_count
        FROM alumni_skills
        WHERE alumni_profile_id = v_profile_id AND skill_id <> v_skill_id;
        CALL _require_room(v_count, 50);
        INSERT INTO alumni_skills (alumni_profile_id, skill_id, proficiency_level, created_by)
        VALUES (
            v_profile_id, v_skill_id, COALESCE(p_proficiency, 'intermediate'), p_actor_id
        )
        ON DUPLICATE KEY UPDATE proficiency_level = COALESCE(p_proficiency, proficiency_level);
    ELSE
        SELECT COUNT(*) INTO v_count
        FROM student_skills
        WHERE student_profile_id = v_profile_id AND skill_id <> v_skill_id;
        CALL _require_room(v_count, 50);
        INSERT INTO student_skills (student_profile_id, skill_id, proficiency_level, created_by)
        VALUES (
            v_profile_id, v_skill_id, COALESCE(p_proficiency, 'intermediate'), p_actor_id
        )
        ON DUPLICATE KEY UPDATE proficiency_level = COALESCE(p_proficiency, proficiency_level);
    END IF;
    CALL _directory_write(p_actor_id);
    COMMIT;

    SELECT
        v_skill_id AS id,
        v_name AS name;
END //

DELIMITER ;
