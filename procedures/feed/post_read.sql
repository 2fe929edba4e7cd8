-- post_read: read a post with its comments.
--
-- Parameters
--   p_actor_id    users.id of the viewer
--   p_post_id     posts.id; deleted posts for their author and the office
--   p_comment_id  post_comments.id: only this comment and its replies; NULL: all
--   p_after       next_after of the previous page; NULL: the first page
--   p_limit       threads per page, 1 to 50; NULL: 20
-- Result sets
--   post (one)       as feed_read returns it
--   comments (many)  id, parent_id, depth, position, author_id, author, directory, photo, body,
--                    likes_count, has_liked, is_mine, is_deleted, is_hidden, edited_at, created_at,
--                    has_more (see _comment_rows)
--   page (one)       comment_id, parent_id (of the comment), next_after (NULL: the end),
--                    can_edit (also delete and restore), can_pin
-- Errors
--   45400  p_after is not a cursor of this list
--   45401  not signed in
--   45404  no such post or comment, or the actor may not see it
-- Example
--   CALL post_read(3, 0, NULL, NULL, 20);  -- refused: 45404

DROP PROCEDURE IF EXISTS post_read;

DELIMITER //

CREATE PROCEDURE post_read (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_post_id BIGINT UNSIGNED,
    IN p_comment_id BIGINT UNSIGNED,
    IN p_after VARCHAR(20),
    IN p_limit SMALLINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read a post with its comments. | post: one, comments: many, page: one'
BEGIN
    DECLARE v_limit INT UNSIGNED DEFAULT LEAST(GREATEST(COALESCE(p_limit, 20), 1), 50);
    DECLARE v_more INT UNSIGNED DEFAULT v_limit + 1;
    DECLARE v_after BIGINT UNSIGNED;
    DECLARE v_role VARCHAR(20);
    DECLARE v_author_id BIGINT UNSIGNED;
    DECLARE v_visibility VARCHAR(20);
    DECLARE v_is_deleted BOOLEAN;
    DECLARE v_is_own BOOLEAN;
    DECLARE v_comment_id BIGINT UNSIGNED;
    DECLARE v_parent_id BIGINT UNSIGNED;
    DECLARE v_next BIGINT UNSIGNED;

    CALL _require_actor(p_actor_id, v_role);
    CALL _require_cursor(p_after);
    SET v_after = COALESCE(p_after, 0);
    SELECT
        author_id,
        visibility,
        is_deleted
    INTO v_author_id, v_visibility, v_is_deleted
    FROM posts
    WHERE id = p_post_id;
    SET v_is_own = v_role = 'admin' OR v_author_id = p_actor_id;
    IF
        v_author_id IS NULL
        OR (v_is_deleted AND NOT v_is_own)
        OR NOT can_see_post(p_actor_id, v_author_id, v_visibility)
    THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Post not found.';
    END IF;
    IF p_comment_id IS NOT NULL THEN
        SELECT
            id,
            parent_id
        INTO v_comment_id, v_parent_id
        FROM post_comments
        WHERE id = p_comment_id AND post_id = p_post_id;
        IF v_comment_id IS NULL THEN
            SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Comment not found.';
        END IF;
    ELSE
        SELECT IF(COUNT(*) > v_limit, MAX(IF(n.position = v_limit, n.id, NULL)), NULL) INTO v_next
        FROM (
            SELECT
                w.id,
                ROW_NUMBER() OVER (ORDER BY w.id) AS position
            FROM (
                SELECT id
                FROM post_comments FORCE INDEX (ix_post_comments_post_id_parent_id_id)
                WHERE post_id = p_post_id AND parent_id IS NULL AND id > v_after
                ORDER BY id
                LIMIT v_more
            ) AS w
        ) AS n;
    END IF;

    CALL _post_rows(p_actor_id, JSON_ARRAY(p_post_id));
    CALL _comment_rows(p_actor_id, p_post_id, v_comment_id, v_after, v_limit);
    SELECT
        v_comment_id AS comment_id,
        v_parent_id AS parent_id,
        v_next AS next_after,
        v_is_own AS can_edit,
        v_role = 'admin' AS can_pin;
END //

DELIMITER ;
