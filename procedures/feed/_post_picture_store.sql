-- _post_picture_store: store the picture of a post, or reject it.
--
-- The client shrinks the picture and removes metadata (location, camera): WebP,
-- because its size is at a fixed position and can be checked again.
--
-- Parameters
--   p_actor_id  users.id of the author
--   p_post_id   posts.id
--   p_content   WebP of at most 1280 by 1280 pixels and 2 MB; NULL: none
--   p_words     alternative text, at most 255 characters
-- Result sets
--   none
-- Errors
--   45413  the picture is too large
--   45422  invalid value

DROP PROCEDURE IF EXISTS _post_picture_store;

DELIMITER //

CREATE PROCEDURE _post_picture_store (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_post_id BIGINT UNSIGNED,
    IN p_content LONGBLOB,
    IN p_words MEDIUMTEXT
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Store the picture of a post, or reject it.'
BEGIN
    DECLARE v_size VARCHAR(11);
    DECLARE v_media_id BIGINT UNSIGNED;

    IF p_content IS NOT NULL THEN
        CALL _require_text('picture_words', p_words, 255, 1, 0);
        IF LENGTH(p_content) > 2097152 THEN
            SIGNAL SQLSTATE '45413'
                SET MESSAGE_TEXT = 'picture: The file is larger than 2 MB. Choose a smaller one.';
        END IF;
        SET v_size = picture_size_of(p_content);
        IF
            v_size IS NULL
            OR SUBSTRING_INDEX(v_size, 'x', 1) + 0 NOT BETWEEN 1 AND 1280
            OR SUBSTRING_INDEX(v_size, 'x', -1) + 0 NOT BETWEEN 1 AND 1280
        THEN
            SIGNAL SQLSTATE '45422'
                SET MESSAGE_TEXT = 'picture: Choose a WebP picture of at most 1280 by 1280 pixels.';
        END IF;
        CALL _media_store(p_actor_id, p_content, 'image/webp', v_media_id);
        INSERT INTO post_files (post_id, kind, media_file_id, file_name, width, height)
        VALUES (
            p_post_id, 'picture', v_media_id, p_words,
            SUBSTRING_INDEX(v_size, 'x', 1), SUBSTRING_INDEX(v_size, 'x', -1)
        );
    END IF;
END //

DELIMITER ;
