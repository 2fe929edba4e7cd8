-- post_restore: restore a deleted post, with its likes and comments.
--
-- Parameters
--   p_actor_id  users.id of the author, or of an admin
--   p_post_id   posts.id
-- Result sets
--   post (one)  id
-- Errors
--   45401  not signed in
--   45403  the office deleted it
--   45404  no such deleted post of the actor
--   45409  deleted more than 30 days ago
-- Example
--   CALL post_restore(2, 0);  -- refused: 45404

DROP PROCEDURE IF EXISTS post_restore;

DELIMITER //

CREATE PROCEDURE post_restore (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_post_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Restore a deleted post. | post: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_is_removed BOOLEAN;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the lock.
    CALL _require_actor(p_actor_id, v_role);

    START TRANSACTION;
    CALL _post_own_lock(p_actor_id, v_role, p_post_id, 1);
    SELECT is_removed INTO v_is_removed
    FROM posts
    WHERE id = p_post_id;
    IF v_is_removed AND v_role <> 'admin' THEN
        SIGNAL SQLSTATE '45403'
            SET MESSAGE_TEXT = 'The alumni office removed this. Ask them to restore it.';
    END IF;
    UPDATE posts
    SET is_deleted = 0, deleted_at = NULL, is_removed = 0, updated_by = p_actor_id
    WHERE id = p_post_id AND can_be_restored(deleted_at);
    IF ROW_COUNT() = 0 THEN
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = 'This post can no longer be restored.';
    END IF;
    IF v_role = 'admin' THEN
        CALL _audit(
            p_actor_id, 'post_restore', 'posts', p_post_id,
            JSON_OBJECT('is_deleted', 1), JSON_OBJECT('is_deleted', 0)
        );
    END IF;
    COMMIT;

    SELECT p_post_id AS id;
END //

DELIMITER ;
