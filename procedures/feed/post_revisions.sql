-- post_revisions: list the previous versions of a post, newest first.
--
-- Parameters
--   p_actor_id  users.id of the viewer
--   p_post_id   posts.id
-- Result sets
--   post (one)        id, author, body, link_url, revision, edited_at, created_at
--   revisions (many)  revision, body, link_url, replaced_at, replaced_by (a name); the newest 50
-- Errors
--   45401  not signed in
--   45404  no such post, or the actor may not see it
-- Example
--   CALL post_revisions(3, 0);  -- refused: 45404

DROP PROCEDURE IF EXISTS post_revisions;

DELIMITER //

CREATE PROCEDURE post_revisions (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_post_id BIGINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'List the previous versions of a post. | post: one, revisions: many'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_author_id BIGINT UNSIGNED;

    CALL _require_actor(p_actor_id, v_role);
    CALL _post_visible(p_actor_id, p_post_id, v_author_id);

    SELECT
        id,
        name_of(author_id) AS author,
        body,
        link_url,
        revision,
        edited_at,
        created_at
    FROM posts
    WHERE id = p_post_id;

    SELECT
        revision,
        body,
        link_url,
        created_at AS replaced_at,
        name_of(created_by) AS replaced_by
    FROM post_revisions
    WHERE post_id = p_post_id
    ORDER BY revision DESC
    LIMIT 50;
END //

DELIMITER ;
