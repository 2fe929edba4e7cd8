-- _media_store: keep a file, each content once.
--
-- Parameters
--   p_actor_id    users.id of who uploads it
--   p_content     the file
--   p_media_type  as found in the content
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
COMMENT 'Keep a file, each content once.'
BEGIN
    INSERT INTO media_files (sha256, media_type, byte_size, content, created_by)
    VALUES (
        UNHEX(SHA2(p_content, 256)), p_media_type, LENGTH(p_content), p_content, p_actor_id
    )
    -- The same content is there already: LAST_INSERT_ID is told its id. Its row stays locked until
    -- the caller refers to it, so that the purge does not take it away in between.
    ON DUPLICATE KEY UPDATE id = LAST_INSERT_ID(id), updated_at = updated_at;
    SET p_media_id = LAST_INSERT_ID();
END //

DELIMITER ;
