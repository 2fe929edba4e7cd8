-- _media_store: store a file, once per content.
--
-- Parameters
--   p_actor_id    users.id of the uploader
--   p_content     the file
--   p_media_type  detected from the content
--   p_media_id    media_files.id
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _media_store;

DELIMITER //

CREATE PROCEDURE _media_store (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_content LONGBLOB,
    IN p_media_type VARCHAR(100),
    OUT p_media_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Store a file, once per content.'
BEGIN
    INSERT INTO media_files (sha256, media_type, byte_size, content, created_by)
    VALUES (
        UNHEX(SHA2(p_content, 256)), p_media_type, LENGTH(p_content), p_content, p_actor_id
    )
    -- The same content exists: LAST_INSERT_ID is set to its id. Its row stays locked until
    -- the caller references it, so that the purge does not remove it in between.
    ON DUPLICATE KEY UPDATE id = LAST_INSERT_ID(id), updated_at = updated_at;
    SET p_media_id = LAST_INSERT_ID();
END //

DELIMITER ;
