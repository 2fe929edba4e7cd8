-- _post_rows: read posts as lists and pages show them, newest first.
--
-- Parameters
--   p_actor_id  users.id of the viewer
--   p_ids       JSON array of posts.id; the caller has checked can_see_post
-- Result sets
--   posts (many)  id, author_id, author (a name), directory (of the author; NULL: staff),
--                  photo, body, link_url, visibility, is_pinned, likes_count, comments_count,
--                  has_liked, is_mine, revision, edited_at, created_at, is_deleted, picture_id,
--                  picture_words, picture_width, picture_height, document_id, document_name,
--                  document_size
-- Errors
--   none

DROP PROCEDURE IF EXISTS _post_rows;

DELIMITER //

CREATE PROCEDURE _post_rows (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_ids JSON
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read posts as lists and pages show them.'
BEGIN
    SELECT
        p.id,
        p.author_id,
        p.body,
        p.link_url,
        p.visibility,
        p.is_pinned,
        p.likes_count,
        p.comments_count,
        p.revision,
        p.edited_at,
        p.created_at,
        p.is_deleted,
        f.id AS picture_id,
        f.file_name AS picture_words,
        f.width AS picture_width,
        f.height AS picture_height,
        d.id AS document_id,
        d.file_name AS document_name,
        m.byte_size AS document_size,
        name_of(p.author_id) AS author,
        CASE role_of(p.author_id)
            WHEN 'alumni' THEN 'alumni' WHEN 'student' THEN 'students'
        END AS directory,
        photo_of(p_actor_id, p.author_id) AS photo,
        l.post_id IS NOT NULL AS has_liked,
        p.author_id = p_actor_id AS is_mine
    FROM
        JSON_TABLE(
            COALESCE(p_ids, JSON_ARRAY()), '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')
        ) AS k
    JOIN posts AS p ON p.id = k.id
    LEFT JOIN post_likes AS l ON l.post_id = p.id AND l.user_id = p_actor_id
    LEFT JOIN post_files AS f ON f.post_id = p.id AND f.kind = 'picture'
    LEFT JOIN post_files AS d ON d.post_id = p.id AND d.kind = 'document'
    LEFT JOIN media_files AS m ON m.id = d.media_file_id
    ORDER BY p.id DESC;
END //

DELIMITER ;
