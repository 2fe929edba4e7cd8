-- profile_achievement_save: add or change an achievement.
--
-- Parameters
--   p_actor_id         users.id of the person
--   p_achievement_id   alumni_achievements.id; NULL: a new one
--   p_kind             certification, award, publication, patent, project, volunteer, honor, other
--   p_title            at most 160 characters
--   p_issuer           issuer or publisher; NULL: not given
--   p_achieved_on      NULL: not given
--   p_url              NULL: none
--   p_description      Markdown, at most 5,000 characters; NULL: none
--   p_idempotency_key  the same key returns the same entry; NULL: no protection
-- Result sets
--   achievement (one)  id
-- Errors
--   45401  not signed in
--   45403  the profile has no such part
--   45404  no such entry of the actor
--   45409  there are 50 already
--   45422  invalid value
-- Example
--   CALL profile_achievement_save(
--       2, NULL, 'award', 'Best paper', 'VLDB', '2023-08-30', NULL, NULL, NULL
--   );

DROP PROCEDURE IF EXISTS profile_achievement_save;

DELIMITER //

CREATE PROCEDURE profile_achievement_save (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_achievement_id BIGINT UNSIGNED,
    IN p_kind VARCHAR(20),
    IN p_title VARCHAR(160),
    IN p_issuer VARCHAR(160),
    IN p_achieved_on DATE,
    IN p_url VARCHAR(300),
    IN p_description TEXT,
    IN p_idempotency_key VARCHAR(64)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Add or change an achievement. | achievement: one'
BEGIN
    DECLARE v_profile_id BIGINT UNSIGNED;
    DECLARE v_count INT UNSIGNED;
    DECLARE v_id BIGINT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    CALL _profile_lock_as(p_actor_id, 'alumni', v_profile_id);
    CALL _require_text('title', p_title, 160, 1, 0);
    CALL _require_text('issuer', p_issuer, 160, 0, 0);
    CALL _require_text('description', p_description, 5000, 0, 1);
    CALL _require_link('url', p_url);
    IF
        p_kind IS NULL
        OR p_kind NOT IN (
            'certification', 'award', 'publication', 'patent', 'project', 'volunteer', 'honor',
            'other'
        )
    THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'kind: Choose a type from the list.';
    ELSEIF p_achieved_on NOT BETWEEN '1930-01-01' AND UTC_DATE() + INTERVAL 1 DAY THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'achieved_on: Enter a day that is not in the future.';
    END IF;
    IF p_achievement_id IS NULL THEN
        CALL _idempotency_claim(p_actor_id, 'profile_achievement_save', p_idempotency_key, v_id);
        IF v_id IS NULL THEN
            SELECT COUNT(*) INTO v_count
            FROM alumni_achievements
            WHERE alumni_profile_id = v_profile_id;
            CALL _require_room(v_count, 50);
            INSERT INTO alumni_achievements (
                alumni_profile_id,
                kind,
                title,
                issuer,
                achieved_on,
                url,
                description,
                created_by,
                updated_by
            ) VALUES (
                v_profile_id,
                p_kind,
                p_title,
                p_issuer,
                p_achieved_on,
                p_url,
                p_description,
                p_actor_id,
                p_actor_id
            );
            SET v_id = LAST_INSERT_ID();
            CALL _idempotency_record(
                p_actor_id, 'profile_achievement_save', p_idempotency_key, v_id
            );
        END IF;
    ELSE
        SELECT id INTO v_id
        FROM alumni_achievements
        WHERE id = p_achievement_id AND alumni_profile_id = v_profile_id
        FOR UPDATE;
        CALL _require_item(v_id IS NOT NULL);
        UPDATE alumni_achievements
        SET
            -- The verified values no longer apply after a change.,
            verified_at = NULL,
            verified_by = NULL,
            kind = p_kind,
            title = p_title,
            issuer = p_issuer,
            achieved_on = p_achieved_on,
            url = p_url,
            description = p_description,
            updated_by = p_actor_id
        WHERE id = v_id;
    END IF;
    CALL _directory_write(p_actor_id);
    COMMIT;

    SELECT v_id AS id;
END //

DELIMITER ;
