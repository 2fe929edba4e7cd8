-- post_like: like a post, or remove the like.
--
-- Parameters
--   p_actor_id  users.id
--   p_post_id   posts.id
--   p_is_liked  1: like; NULL or 0: remove the like
-- Result sets
--   post (one)  id, has_liked, likes_count
-- Errors
--   45401  not signed in
--   45404  no such post, or the actor may not see it
-- Example
--   CALL post_like(3, 0, 1);  -- refused: 45404

DROP PROCEDURE IF EXISTS post_like;

DELIMITER //

CREATE PROCEDURE post_like (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_post_id BIGINT UNSIGNED,
    IN p_is_liked BOOLEAN
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Like a post, or remove the like. | post: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_author_id BIGINT UNSIGNED;
    DECLARE v_is_liked BOOLEAN DEFAULT COALESCE(p_is_liked, 0) <> 0;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the lock.
    CALL _require_actor(p_actor_id, v_role);

    START TRANSACTION;
    CALL _post_lock(p_actor_id, p_post_id, v_author_id);
    IF NOT v_is_liked THEN
        DELETE FROM post_likes
        WHERE post_id = p_post_id AND user_id = p_actor_id;
    ELSE
        INSERT INTO post_likes (post_id, user_id)
        VALUES (p_post_id, p_actor_id)
        ON DUPLICATE KEY UPDATE post_id = p_post_id;
        -- 1: a new like; 0: already liked.
        IF ROW_COUNT() = 1 THEN
            CALL _post_tell(
                p_actor_id, v_author_id, p_post_id, NULL, 'like', 'post_liked',
                CONCAT('post-', p_post_id)
            );
        END IF;
    END IF;
    COMMIT;

    SELECT
        id,
        v_is_liked AS has_liked,
        likes_count
    FROM posts
    WHERE id = p_post_id;
END //

DELIMITER ;
