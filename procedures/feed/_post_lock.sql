-- _post_lock: lock a post that a person may see, before acting on it.
--
-- Likes and comments of a post are serialised, because its counters are in its row. The lock is
-- the first read, so that later reads are not older than the lock.
--
-- Parameters
--   p_actor_id   users.id
--   p_post_id    posts.id
--   p_author_id  posts.author_id
-- Result sets
--   none
-- Errors
--   45404  no such post, or the actor may not see it

DROP PROCEDURE IF EXISTS _post_lock;

DELIMITER //

CREATE PROCEDURE _post_lock (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_post_id BIGINT UNSIGNED,
    OUT p_author_id BIGINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Lock a post that a person may see, before acting on it.'
BEGIN
    DECLARE v_locked_id BIGINT UNSIGNED;

    SELECT id INTO v_locked_id
    FROM posts
    WHERE id = p_post_id
    FOR UPDATE;
    CALL _post_visible(p_actor_id, p_post_id, p_author_id);
END //

DELIMITER ;
