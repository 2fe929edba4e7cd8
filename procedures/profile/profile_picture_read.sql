-- profile_picture_read: read a person's photo or cover in one size.
--
-- Parameters
--   p_actor_id  users.id of the viewer; NULL: a visitor
--   p_user_id   users.id of the picture's owner
--   p_kind      photo or cover
--   p_width     pixels; photo: 64, 192, 512; cover: 640, 1280
-- Result sets
--   file (one)  media_type, byte_size, content, version (as in URLs)
-- Errors
--   45401  a visitor may not see it
--   45404  no such picture, or the viewer may not see it
-- Example
--   CALL profile_picture_read(3, 2, 'photo', 192);

DROP PROCEDURE IF EXISTS profile_picture_read;

DELIMITER //

CREATE PROCEDURE profile_picture_read (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED,
    IN p_kind VARCHAR(20),
    IN p_width SMALLINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read a person''s photo or cover. | file: one'
BEGIN
    DECLARE v_directory VARCHAR(10);
    DECLARE v_media_file_id BIGINT UNSIGNED;

    CALL _require_visible(p_actor_id, p_user_id, 'photo', v_directory);
    SELECT media_file_id INTO v_media_file_id
    FROM profile_files
    WHERE
        user_id = p_user_id
        AND kind = p_kind
        AND kind IN ('photo', 'cover')
        AND width = p_width;
    IF v_media_file_id IS NULL THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Picture not found.';
    END IF;
    SELECT
        media_type,
        byte_size,
        content,
        picture_version_of(p_user_id, p_kind) AS version
    FROM media_files
    WHERE id = v_media_file_id;
END //

DELIMITER ;
