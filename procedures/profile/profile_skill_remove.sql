-- profile_skill_remove: remove a skill from your profile.
--
-- Parameters
--   p_actor_id  users.id of the person
--   p_skill_id  skills.id
-- Result sets
--   none
-- Errors
--   45401  not signed in
--   45403  the profile has no such part
--   45404  the profile does not have this skill
-- Example
--   CALL profile_skill_remove(2, 0);  -- refused: 45404

DROP PROCEDURE IF EXISTS profile_skill_remove;

DELIMITER //

CREATE PROCEDURE profile_skill_remove (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_skill_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Remove a skill from your profile.'
BEGIN
    DECLARE v_role VARCHAR(20) DEFAULT 'alumni';
    DECLARE v_profile_id BIGINT UNSIGNED;
    DECLARE v_count INT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    CALL _profile_lock_as(p_actor_id, 'member', v_profile_id);
    SET v_role = role_of(p_actor_id);
    IF v_role = 'alumni' THEN
        SELECT COUNT(*) INTO v_count
        FROM alumni_skills
        WHERE alumni_profile_id = v_profile_id AND skill_id = p_skill_id;
        CALL _require_item(v_count > 0);
        DELETE FROM alumni_skills
        WHERE alumni_profile_id = v_profile_id AND skill_id = p_skill_id;
    ELSE
        SELECT COUNT(*) INTO v_count
        FROM student_skills
        WHERE student_profile_id = v_profile_id AND skill_id = p_skill_id;
        CALL _require_item(v_count > 0);
        DELETE FROM student_skills
        WHERE student_profile_id = v_profile_id AND skill_id = p_skill_id;
    END IF;
    CALL _directory_write(p_actor_id);
    COMMIT;
END //

DELIMITER ;
