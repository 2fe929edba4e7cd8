-- _post_remove: mark a post as deleted.
-- If another person than the author did it, the author cannot restore it.
--
-- Parameters
--   p_actor_id  users.id of the person who deletes it
--   p_post_id   posts.id, locked by the caller
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _post_remove;

DELIMITER //

CREATE PROCEDURE _post_remove (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_post_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Mark a post as deleted.'
BEGIN
    UPDATE posts
    SET
        is_deleted = 1,
        deleted_at = UTC_TIMESTAMP(),
        is_removed = author_id <> p_actor_id,
        is_pinned = 0,
        updated_by = p_actor_id
    WHERE id = p_post_id AND is_deleted = 0;
END //

DELIMITER ;
