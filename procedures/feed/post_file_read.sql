-- post_file_read: read the picture or document of a post.
--
-- Parameters
--   p_actor_id  users.id of the viewer
--   p_file_id   post_files.id
-- Result sets
--   file (one)  kind, file_name, media_type, content
-- Errors
--   45401  not signed in
--   45404  no such file, or the actor may not see its post
-- Example
--   CALL post_file_read(3, 0);  -- refused: 45404

DROP PROCEDURE IF EXISTS post_file_read;

DELIMITER //

CREATE PROCEDURE post_file_read (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_file_id BIGINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read the picture or document of a post. | file: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_post_id BIGINT UNSIGNED;
    DECLARE v_author_id BIGINT UNSIGNED;

    CALL _require_actor(p_actor_id, v_role);
    SELECT post_id INTO v_post_id
    FROM post_files
    WHERE id = p_file_id;
    CALL _post_visible(p_actor_id, v_post_id, v_author_id);

    SELECT
        f.kind,
        f.file_name,
        m.media_type,
        m.content
    FROM post_files AS f
    JOIN media_files AS m ON m.id = f.media_file_id
    WHERE f.id = p_file_id;
END //

DELIMITER ;
