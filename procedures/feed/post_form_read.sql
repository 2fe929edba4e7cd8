-- post_form_read: read a post for editing.
--
-- Parameters
--   p_actor_id  users.id of the author, or of an admin
--   p_post_id   posts.id
-- Result sets
--   post (one)  id, body, link_url, visibility, revision
-- Errors
--   45401  not signed in
--   45403  not the actor's own
--   45404  no such post, or the actor may not see it
-- Example
--   CALL post_form_read(2, 0);  -- refused: 45404

DROP PROCEDURE IF EXISTS post_form_read;

DELIMITER //

CREATE PROCEDURE post_form_read (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_post_id BIGINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read a post for editing. | post: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_author_id BIGINT UNSIGNED;

    CALL _require_actor(p_actor_id, v_role);
    CALL _post_visible(p_actor_id, p_post_id, v_author_id);
    IF v_author_id <> p_actor_id AND v_role <> 'admin' THEN
        SIGNAL SQLSTATE '45403' SET MESSAGE_TEXT = 'Only the author can do this.';
    END IF;

    SELECT
        id,
        body,
        link_url,
        visibility,
        revision
    FROM posts
    WHERE id = p_post_id;
END //

DELIMITER ;
