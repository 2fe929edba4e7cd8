-- _comment_remove: mark a comment as deleted.
--
-- Parameters
--   p_actor_id    users.id of the person who deletes it
--   p_comment_id  post_comments.id
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _comment_remove;

DELIMITER //

CREATE PROCEDURE _comment_remove (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_comment_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Mark a comment as deleted.'
BEGIN
    UPDATE post_comments
    SET is_deleted = 1, deleted_at = UTC_TIMESTAMP(), updated_by = p_actor_id
    WHERE id = p_comment_id AND is_deleted = 0;
END //

DELIMITER ;
