-- _picture_store: store one size of a picture, or reject a wrong size.
--
-- Parameters
--   p_actor_id  users.id of the person
--   p_kind      photo or cover
--   p_width     pixels
--   p_height    pixels
--   p_content   the picture as WebP
-- Result sets
--   none
-- Errors
--   45422  not a picture, or another size

DROP PROCEDURE IF EXISTS _picture_store;

DELIMITER //

CREATE PROCEDURE _picture_store (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_kind VARCHAR(20),
    IN p_width SMALLINT UNSIGNED,
    IN p_height SMALLINT UNSIGNED,
    IN p_content MEDIUMBLOB
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Store one size of a picture, or reject a wrong size.'
BEGIN
    DECLARE v_media_id BIGINT UNSIGNED;
    DECLARE v_message VARCHAR(128);

    IF NOT picture_size_of(p_content) <=> CONCAT(p_width, 'x', p_height) THEN
        SET v_message = CONCAT(p_kind, ': This picture can''t be used. Choose another one.');
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = v_message;
    ELSEIF LENGTH(p_content) > 1048576 THEN
        SET v_message = CONCAT(p_kind, ': The picture is larger than 1 MB. Choose another one.');
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = v_message;
    END IF;
    CALL _media_store(p_actor_id, p_content, 'image/webp', v_media_id);
    INSERT INTO profile_files (user_id, kind, width, media_file_id, created_by)
    VALUES (p_actor_id, p_kind, p_width, v_media_id, p_actor_id)
    ON DUPLICATE KEY UPDATE media_file_id = v_media_id;
END //

DELIMITER ;
