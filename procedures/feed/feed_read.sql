-- feed_read: list posts, newest first: of everyone, of the people you follow, or of one person.
--
-- Parameters
--   p_actor_id   users.id of the viewer
--   p_view       everything or following; NULL: everything
--   p_author_id  users.id: only posts of this person, regardless of the view; NULL: of all
--   p_after      next_after of the previous page; NULL: the first page
--   p_limit      posts per page, 1 to 50; NULL: 20
-- Result sets
--   pinned (many)  on the first page of everything: as posts
--   posts (many)    id, author_id, author (a name), directory (of the author; NULL: staff),
--                   photo, body, link_url, visibility, is_pinned, likes_count, comments_count,
--                   has_liked, is_mine, revision, edited_at, created_at, is_deleted, picture_id,
--                   picture_words, picture_width, picture_height, document_id, document_name,
--                   document_size
--   page (one)      view (everything, following or person), author_id, author (for person),
--                   next_after (NULL: the end)
-- Errors
--   45400  p_after is not a cursor of this list
--   45401  not signed in
--   45404  no such person, or the actor may not see them
--   45422  unknown view
-- Example
--   CALL feed_read(3, 'everything', NULL, NULL, 20);

DROP PROCEDURE IF EXISTS feed_read;

DELIMITER //

CREATE PROCEDURE feed_read (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_view VARCHAR(20),
    IN p_author_id BIGINT UNSIGNED,
    IN p_after VARCHAR(20),
    IN p_limit SMALLINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'List posts, newest first. | pinned: many, posts: many, page: one'
BEGIN
    DECLARE v_limit INT UNSIGNED DEFAULT LEAST(GREATEST(COALESCE(p_limit, 20), 1), 50);
    DECLARE v_view VARCHAR(20) DEFAULT COALESCE(p_view, 'everything');
    DECLARE v_role VARCHAR(20);
    DECLARE v_pinned JSON;
    DECLARE v_ids JSON;
    DECLARE v_next BIGINT UNSIGNED;

    CALL _require_actor(p_actor_id, v_role);
    CALL _require_cursor(p_after);
    IF v_view NOT IN ('everything', 'following') THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'view: Choose a list from the menu.';
    ELSEIF p_author_id IS NOT NULL THEN
        SET v_view = 'person';
        IF p_author_id <> p_actor_id AND NOT can_see_person(p_actor_id, p_author_id, 'profile')
        THEN
            SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Person not found.';
        END IF;
    END IF;

    IF v_view = 'everything' AND p_after IS NULL THEN
        SELECT JSON_ARRAYAGG(id) INTO v_pinned
        FROM posts FORCE INDEX (ix_posts_is_pinned_is_deleted_id)
        WHERE
            is_pinned = 1
            AND is_deleted = 0
            AND can_see_post(p_actor_id, author_id, visibility);
    END IF;
    CALL _feed_walk(p_actor_id, v_view, p_author_id, p_after, v_limit, v_ids, v_next);

    CALL _post_rows(p_actor_id, v_pinned);
    CALL _post_rows(p_actor_id, v_ids);
    SELECT
        v_view AS view,
        p_author_id AS author_id,
        name_of(p_author_id) AS author,
        v_next AS next_after;
END //

DELIMITER ;
