-- _post_own_lock: lock a person's own post, or any post for the office.
--
-- Parameters
--   p_actor_id    users.id
--   p_role        role_of(p_actor_id)
--   p_post_id     posts.id
--   p_is_deleted  1: a deleted one; 0: one that is not deleted
-- Result sets
--   none
-- Errors
--   45403  not the actor's own
--   45404  no such post, or the actor may not see it

DROP PROCEDURE IF EXISTS _post_own_lock;

DELIMITER //

CREATE PROCEDURE _post_own_lock (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_role VARCHAR(20),
    IN p_post_id BIGINT UNSIGNED,
    IN p_is_deleted BOOLEAN
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Lock a person''s own post, or any post for the office.'
BEGIN
    DECLARE v_author_id BIGINT UNSIGNED;
    DECLARE v_visibility VARCHAR(20);

    SELECT
        author_id,
        visibility
    INTO v_author_id, v_visibility
    FROM posts
    WHERE id = p_post_id AND is_deleted = p_is_deleted
    FOR UPDATE;
    IF
        v_author_id IS NULL
        OR NOT can_see_post(p_actor_id, v_author_id, v_visibility)
        OR (p_is_deleted AND v_author_id <> p_actor_id AND p_role <> 'admin')
    THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Post not found.';
    ELSEIF v_author_id <> p_actor_id AND p_role <> 'admin' THEN
        SIGNAL SQLSTATE '45403' SET MESSAGE_TEXT = 'Only the author can do this.';
    END IF;
END //

DELIMITER ;
