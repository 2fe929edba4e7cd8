-- achievement_verify: mark an achievement as verified by the office, or not.
--
-- Parameters
--   p_actor_id        users.id of an admin
--   p_achievement_id  alumni_achievements.id
--   p_is_verified     1: verified; 0: not verified
-- Result sets
--   achievement (one)  id, verified_at
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45404  no such achievement
--   45422  is_verified is missing
-- Example
--   CALL achievement_verify(1, 0, 1);  -- refused: 45404

DROP PROCEDURE IF EXISTS achievement_verify;

DELIMITER //

CREATE PROCEDURE achievement_verify (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_achievement_id BIGINT UNSIGNED,
    IN p_is_verified BOOLEAN
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Mark an achievement as verified by the office, or not. | achievement: one'
BEGIN
    DECLARE v_user_id BIGINT UNSIGNED;
    DECLARE v_id BIGINT UNSIGNED;
    DECLARE v_before DATETIME;
    DECLARE v_after DATETIME DEFAULT IF(p_is_verified, UTC_TIMESTAMP(), NULL);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_admin(p_actor_id);
    IF p_is_verified IS NULL THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'is_verified: Please fill this in.';
    END IF;
    SELECT a.user_id INTO v_user_id
    FROM alumni_achievements AS h
    JOIN alumni_profiles AS a ON a.id = h.alumni_profile_id
    WHERE h.id = p_achievement_id;

    START TRANSACTION;
    -- The person first, like everyone who changes a profile.
    SELECT id INTO v_user_id
    FROM users
    WHERE id = v_user_id
    FOR UPDATE;
    SELECT
        id,
        verified_at
    INTO v_id, v_before
    FROM alumni_achievements
    WHERE id = p_achievement_id
    FOR UPDATE;
    IF v_id IS NULL THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Achievement not found.';
    END IF;
    UPDATE alumni_achievements
    SET
        verified_at = v_after,
        verified_by = IF(p_is_verified, p_actor_id, NULL)
    WHERE id = v_id;
    CALL _audit(
        p_actor_id, 'achievement_verify', 'alumni_achievements', v_id,
        JSON_OBJECT('verified_at', v_before), JSON_OBJECT('verified_at', v_after)
    );
    COMMIT;

    SELECT
        v_id AS id,
        v_after AS verified_at;
END //

DELIMITER ;
