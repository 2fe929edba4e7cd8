-- _comment_lock: lock the post of a comment, and the comment, if a person may see it.
--
-- Parameters
--   p_actor_id        users.id
--   p_post_id         posts.id of the comment, read before the transaction (it never changes)
--   p_comment_id      post_comments.id
--   p_is_deleted      1: a deleted one; 0: one that is not deleted
--   p_author_id       post_comments.author_id
--   p_post_author_id  posts.author_id
-- Result sets
--   none
-- Errors
--   45404  no such comment, or the actor may not see it

DROP PROCEDURE IF EXISTS _comment_lock;

DELIMITER //

CREATE PROCEDURE _comment_lock (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_post_id BIGINT UNSIGNED,
    IN p_comment_id BIGINT UNSIGNED,
    IN p_is_deleted BOOLEAN,
    OUT p_author_id BIGINT UNSIGNED,
    OUT p_post_author_id BIGINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Lock the post of a comment, and the comment.'
BEGIN
    SET p_author_id = NULL;
    IF p_post_id IS NULL THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Comment not found.';
    END IF;
    -- Parent before child, like everything done to comments.
    CALL _post_lock(p_actor_id, p_post_id, p_post_author_id);
    SELECT author_id INTO p_author_id
    FROM post_comments
    WHERE id = p_comment_id AND is_deleted = p_is_deleted
    FOR UPDATE;
    IF p_author_id IS NULL OR NOT can_see_person(p_actor_id, p_author_id, 'profile') THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Comment not found.';
    END IF;
END //

DELIMITER ;
