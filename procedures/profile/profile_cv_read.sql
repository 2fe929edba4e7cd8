-- profile_cv_read: read the CV on a person's profile.
--
-- Parameters
--   p_actor_id  users.id of the reader; NULL: a visitor
--   p_user_id   users.id of the CV's owner
-- Result sets
--   file (one)  file_name, media_type, byte_size, sha256 (hexadecimal), content
-- Errors
--   45401  a visitor may not see it
--   45404  no such CV, or the reader may not see it
-- Example
--   CALL profile_cv_read(3, 2);  -- refused: 45404

DROP PROCEDURE IF EXISTS profile_cv_read;

DELIMITER //

CREATE PROCEDURE profile_cv_read (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read the CV on a person''s profile. | file: one'
BEGIN
    DECLARE v_directory VARCHAR(10);
    DECLARE v_media_file_id BIGINT UNSIGNED;
    DECLARE v_file_name VARCHAR(255);

    CALL _require_visible(p_actor_id, p_user_id, 'cv', v_directory);
    SELECT
        media_file_id,
        file_name
    INTO v_media_file_id, v_file_name
    FROM profile_files
    WHERE user_id = p_user_id AND kind = 'cv' AND width = 0;
    IF v_media_file_id IS NULL THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'CV not found.';
    END IF;
    SELECT
        media_type,
        byte_size,
        content,
        v_file_name AS file_name,
        LOWER(HEX(sha256)) AS sha256
    FROM media_files
    WHERE id = v_media_file_id;
END //

DELIMITER ;
