-- profile_link_save: add a link to your profile.
--
-- Adding it again only updates its spelling.
--
-- Parameters
--   p_actor_id  users.id of the person
--   p_label     at most 60 characters
--   p_url       at most 300 characters
-- Result sets
--   link (one)  id
-- Errors
--   45401  not signed in
--   45403  the profile has no such part
--   45409  there are 10 already
--   45422  invalid value
-- Example
--   CALL profile_link_save(2, 'Code', 'https://example.org/ada');

DROP PROCEDURE IF EXISTS profile_link_save;

DELIMITER //

CREATE PROCEDURE profile_link_save (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_label VARCHAR(60),
    IN p_url VARCHAR(300)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Add a link to your profile. | link: one'
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
    CALL _profile_lock_as(p_actor_id, 'member', v_profile_id);
    CALL _require_text('label', p_label, 60, 1, 0);
    CALL _require_text('url', p_url, 300, 1, 0);
    CALL _require_link('url', p_url);
    SELECT COUNT(*) INTO v_count
    FROM profile_links
    WHERE user_id = p_actor_id AND url <> TRIM(p_url);
    CALL _require_room(v_count, 10);
    INSERT INTO profile_links (user_id, label, url, created_by)
    VALUES (p_actor_id, TRIM(p_label), TRIM(p_url), p_actor_id)
    ON DUPLICATE KEY UPDATE id = LAST_INSERT_ID(id), label = TRIM(p_label);
    SET v_id = LAST_INSERT_ID();
    CALL _directory_write(p_actor_id);
    COMMIT;

    SELECT v_id AS id;
END //

DELIMITER ;
