-- _comment_rows: list the comments of a post as threads: first comments and their replies.
--
-- A tree of any depth: a recursive query goes five levels down and reads at most 300 comments;
-- readers continue from a comment further down. Deleted and hidden comments keep their
-- place, so that their replies keep theirs.
--
-- Parameters
--   p_actor_id  users.id of the viewer, who may see the post
--   p_post_id   posts.id
--   p_root_id   post_comments.id of one comment to start with; NULL: the comments of the post
--   p_after     post_comments.id at the end of the previous page; 0: the first page
--   p_limit     maximum number of threads
-- Result sets
--   comments (many)  in reading order: id, parent_id, depth (0: top level), position (among
--                    the replies to the same), author_id, author, directory, photo, body,
--                    likes_count, has_liked, is_mine, is_deleted, is_hidden (1: the actor may not
--                    see its author: no text and no name), edited_at, created_at,
--                    has_more (replies that are not in this list)
-- Errors
--   none

DROP PROCEDURE IF EXISTS _comment_rows;

DELIMITER //

CREATE PROCEDURE _comment_rows (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_post_id BIGINT UNSIGNED,
    IN p_root_id BIGINT UNSIGNED,
    IN p_after BIGINT UNSIGNED,
    IN p_limit INT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'List the comments of a post as threads.'
BEGIN
    DECLARE v_roots JSON;

    IF p_root_id IS NOT NULL THEN
        SET v_roots = JSON_ARRAY(p_root_id);
    ELSE
        SELECT JSON_ARRAYAGG(r.id) INTO v_roots
        FROM (
            SELECT id
            FROM post_comments FORCE INDEX (ix_post_comments_post_id_parent_id_id)
            WHERE post_id = p_post_id AND parent_id IS NULL AND id > p_after
            ORDER BY id
            LIMIT p_limit
        ) AS r;
    END IF;

    WITH RECURSIVE thread AS (
        SELECT
            c.id,
            c.parent_id,
            0 AS depth,
            CAST(LPAD(c.id, 20, '0') AS CHAR(200)) AS path
        FROM
            JSON_TABLE(
                COALESCE(v_roots, JSON_ARRAY()), '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')
            ) AS k
        JOIN post_comments AS c ON c.id = k.id
        UNION ALL
        SELECT
            a.id,
            a.parent_id,
            t.depth + 1,
            CONCAT(t.path, '/', LPAD(a.id, 20, '0'))
        FROM thread AS t
        JOIN post_comments AS a ON a.post_id = p_post_id AND a.parent_id = t.id
        WHERE t.depth < 4
        -- Rows of one level come before those of the next: only deep replies are cut off.
        LIMIT 300
    ),

    shown AS (
        SELECT
            t.id,
            t.depth,
            t.path,
            ROW_NUMBER() OVER (PARTITION BY t.parent_id ORDER BY t.id) AS position,
            NOT can_see_person(p_actor_id, c.author_id, 'profile') AS is_hidden
        FROM thread AS t
        JOIN post_comments AS c ON c.id = t.id
    )

    SELECT
        c.id,
        c.parent_id,
        s.depth,
        s.position,
        c.author_id,
        c.likes_count,
        c.is_deleted,
        c.edited_at,
        c.created_at,
        IF(c.is_deleted OR s.is_hidden, NULL, c.body) AS body,
        IF(c.is_deleted OR s.is_hidden, NULL, name_of(c.author_id)) AS author,
        IF(
            c.is_deleted OR s.is_hidden, NULL,
            CASE role_of(c.author_id) WHEN 'alumni' THEN 'alumni' WHEN 'student' THEN 'students' END
        ) AS directory,
        IF(c.is_deleted OR s.is_hidden, NULL, photo_of(p_actor_id, c.author_id)) AS photo,
        l.comment_id IS NOT NULL AS has_liked,
        c.author_id = p_actor_id AS is_mine,
        s.is_hidden,
        EXISTS(
            SELECT 1
            FROM post_comments AS m FORCE INDEX (ix_post_comments_post_id_parent_id_id)
            LEFT JOIN shown AS o ON o.id = m.id
            WHERE m.post_id = p_post_id AND m.parent_id = c.id AND o.id IS NULL
        ) AS has_more
    FROM shown AS s
    JOIN post_comments AS c ON c.id = s.id
    LEFT JOIN comment_likes AS l ON l.comment_id = c.id AND l.user_id = p_actor_id
    ORDER BY s.path;
END //

DELIMITER ;
