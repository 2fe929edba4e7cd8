-- comment_add: comment on a post, or reply to a comment.
--
-- Parameters
--   p_actor_id         users.id of the author
--   p_post_id          posts.id
--   p_parent_id        post_comments.id of the comment it replies to; NULL: the post itself
--   p_body             plain text, at most 3,000 characters
--   p_idempotency_key  created with the form: the same key returns the same comment; NULL: none
-- Result sets
--   comment (one)  id, post_id, parent_id
-- Errors
--   45401  not signed in
--   45404  no such post or comment, or the actor may not see it
--   45422  invalid value
--   45429  too many comments in an hour
-- Example
--   CALL comment_add(3, 0, NULL, 'Congratulations!', NULL);  -- refused: 45404

DROP PROCEDURE IF EXISTS comment_add;

DELIMITER //

CREATE PROCEDURE comment_add (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_post_id BIGINT UNSIGNED,
    IN p_parent_id BIGINT UNSIGNED,
    IN p_body MEDIUMTEXT,
    IN p_idempotency_key VARCHAR(64)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Comment on a post, or reply to a comment. | comment: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_most INT UNSIGNED DEFAULT setting_of('comments_per_hour');
    DECLARE v_author_id BIGINT UNSIGNED;
    DECLARE v_parent_author_id BIGINT UNSIGNED;
    DECLARE v_id BIGINT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the lock.
    CALL _require_actor(p_actor_id, v_role);
    CALL _require_text('body', p_body, 3000, 1, 1);

    START TRANSACTION;
    CALL _idempotency_claim(p_actor_id, 'comment_add', p_idempotency_key, v_id);
    IF v_id IS NULL THEN
        CALL _throttle('comment', 'account', p_actor_id, v_most, 3600);
        CALL _post_lock(p_actor_id, p_post_id, v_author_id);
        IF p_parent_id IS NOT NULL THEN
            SELECT author_id INTO v_parent_author_id
            FROM post_comments
            WHERE
                id = p_parent_id
                AND post_id = p_post_id
                AND is_deleted = 0
                AND can_see_person(p_actor_id, author_id, 'profile');
            IF v_parent_author_id IS NULL THEN
                SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Comment not found.';
            END IF;
        END IF;
        INSERT INTO post_comments (
            post_id, parent_id, author_id, body, created_by, updated_by
        ) VALUES (p_post_id, p_parent_id, p_actor_id, p_body, p_actor_id, p_actor_id);
        SET v_id = LAST_INSERT_ID();
        IF v_parent_author_id IS NOT NULL THEN
            CALL _post_tell(
                p_actor_id, v_parent_author_id, p_post_id, v_id, 'comment', 'comment_answered',
                CONCAT('comment-', p_parent_id)
            );
        END IF;
        -- The author of the parent comment gets no second notification for the post.
        IF NOT v_parent_author_id <=> v_author_id THEN
            CALL _post_tell(
                p_actor_id, v_author_id, p_post_id, v_id, 'comment', 'post_commented',
                CONCAT('post-', p_post_id)
            );
        END IF;
        CALL _idempotency_record(p_actor_id, 'comment_add', p_idempotency_key, v_id);
    END IF;
    COMMIT;

    SELECT
        id,
        post_id,
        parent_id
    FROM post_comments
    WHERE id = v_id;
END //

DELIMITER ;
