-- _post_visible: refuse a post that a person may not see.
--
-- Parameters
--   p_actor_id   users.id
--   p_post_id    posts.id
--   p_author_id  posts.author_id
-- Result sets
--   none
-- Errors
--   45404  no such post, or the actor may not see it

DROP PROCEDURE IF EXISTS _post_visible;

DELIMITER //

CREATE PROCEDURE _post_visible (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_post_id BIGINT UNSIGNED,
    OUT p_author_id BIGINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Refuse a post that a person may not see.'
BEGIN
    DECLARE v_visibility VARCHAR(20);

    SET p_author_id = NULL;
    SELECT
        author_id,
        visibility
    INTO p_author_id, v_visibility
    FROM posts
    WHERE id = p_post_id AND is_deleted = 0;
    IF p_author_id IS NULL OR NOT can_see_post(p_actor_id, p_author_id, v_visibility) THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Post not found.';
    END IF;
END //

DELIMITER ;
