-- post_restore: bring a deleted post back, with its likes and comments.
--
-- Parameters
--   p_actor_id  users.id of the author, or of an admin
--   p_post_id   posts.id
-- Result sets
--   post (one)  id
-- Errors
--   45401  nobody is signed in
--   45403  the office took it away
--   45404  no such deleted post of the actor's
--   45409  it was deleted more than 30 days ago
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
COMMENT 'Bring a deleted post back. | post: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_is_removed BOOLEAN;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Before the transaction, so that what it sees is as of the lock.
    CALL _require_actor(p_actor_id, v_role);

    START TRANSACTION;
    CALL _post_own_lock(p_actor_id, v_role, p_post_id, 1);
    SELECT is_removed INTO v_is_removed
    FROM posts
    WHERE id = p_post_id;
    IF v_is_removed AND v_role <> 'admin' THEN
        SIGNAL SQLSTATE '45403'
            SET MESSAGE_TEXT = 'The alumni office took this post away. Ask them.';
    END IF;
    UPDATE posts
    SET is_deleted = 0, deleted_at = NULL, is_removed = 0, updated_by = p_actor_id
    WHERE id = p_post_id AND can_be_restored(deleted_at);
    IF ROW_COUNT() = 0 THEN
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = 'This post cannot be brought back any more.';
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
