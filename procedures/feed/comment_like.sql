-- comment_like: like a comment, or remove the like.
--
-- Parameters
--   p_actor_id    users.id
--   p_comment_id  post_comments.id
--   p_is_liked    1: like; NULL or 0: remove the like
-- Result sets
--   comment (one)  id, post_id, has_liked, likes_count
-- Errors
--   45401  not signed in
--   45404  no such comment, or the actor may not see it
-- Example
--   CALL comment_like(3, 0, 1);  -- refused: 45404

DROP PROCEDURE IF EXISTS comment_like;

DELIMITER //

CREATE PROCEDURE comment_like (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_comment_id BIGINT UNSIGNED,
    IN p_is_liked BOOLEAN
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Like a comment, or remove the like. | comment: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_post_id BIGINT UNSIGNED;
    DECLARE v_author_id BIGINT UNSIGNED;
    DECLARE v_post_author_id BIGINT UNSIGNED;
    DECLARE v_is_liked BOOLEAN DEFAULT COALESCE(p_is_liked, 0) <> 0;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the locks.
    CALL _require_actor(p_actor_id, v_role);
    SELECT post_id INTO v_post_id
    FROM post_comments
    WHERE id = p_comment_id;

    START TRANSACTION;
    CALL _comment_lock(p_actor_id, v_post_id, p_comment_id, 0, v_author_id, v_post_author_id);
    IF NOT v_is_liked THEN
        DELETE FROM comment_likes
        WHERE comment_id = p_comment_id AND user_id = p_actor_id;
    ELSE
        INSERT INTO comment_likes (comment_id, user_id)
        VALUES (p_comment_id, p_actor_id)
        ON DUPLICATE KEY UPDATE comment_id = p_comment_id;
        -- 1: a new like; 0: already liked.
        IF ROW_COUNT() = 1 THEN
            CALL _post_tell(
                p_actor_id, v_author_id, v_post_id, p_comment_id, 'like', 'comment_liked',
                CONCAT('comment-', p_comment_id)
            );
        END IF;
    END IF;
    COMMIT;

    SELECT
        id,
        post_id,
        v_is_liked AS has_liked,
        likes_count
    FROM post_comments
    WHERE id = p_comment_id;
END //

DELIMITER ;
