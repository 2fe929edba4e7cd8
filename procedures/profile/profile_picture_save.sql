-- profile_picture_save: set your photo or cover.
--
-- The client shrinks the picture; WebP, because its size is at a fixed position and can be
-- checked again. All sizes are stored together, or none.
--
-- Parameters
--   p_actor_id  users.id of the person
--   p_kind      photo or cover
--   p_small     WebP of 64x64 (photo) or 640x160 (cover)
--   p_medium    WebP of 192x192 (photo) or 1280x320 (cover)
--   p_large     WebP of 512x512 (photo); NULL: cover
-- Result sets
--   picture (one)  version
-- Errors
--   45401  not signed in
--   45422  invalid value
-- Example
--   CALL profile_picture_save(2, 'photo', 'no picture', NULL, NULL);  -- refused: 45422

DROP PROCEDURE IF EXISTS profile_picture_save;

DELIMITER //

CREATE PROCEDURE profile_picture_save (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_kind VARCHAR(20),
    IN p_small MEDIUMBLOB,
    IN p_medium MEDIUMBLOB,
    IN p_large MEDIUMBLOB
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Set your photo or cover. | picture: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_profile_id BIGINT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    CALL _profile_lock(p_actor_id, v_role, v_profile_id);
    IF p_kind = 'photo' THEN
        CALL _picture_store(p_actor_id, p_kind, 64, 64, p_small);
        CALL _picture_store(p_actor_id, p_kind, 192, 192, p_medium);
        CALL _picture_store(p_actor_id, p_kind, 512, 512, p_large);
    ELSEIF p_kind = 'cover' THEN
        CALL _picture_store(p_actor_id, p_kind, 640, 160, p_small);
        CALL _picture_store(p_actor_id, p_kind, 1280, 320, p_medium);
    ELSE
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'kind: Choose photo or cover.';
    END IF;
    COMMIT;

    SELECT picture_version_of(p_actor_id, p_kind) AS version;
END //

DELIMITER ;
