-- post_delete: delete a post; it can be restored (post_restore).
--
-- Parameters
--   p_actor_id  users.id of the author, or of an admin
--   p_post_id   posts.id
-- Result sets
--   post (one)  id
-- Errors
--   45401  not signed in
--   45403  not the actor's own
--   45404  no such post, or the actor may not see it
-- Example
--   CALL post_delete(2, 0);  -- refused: 45404

DROP PROCEDURE IF EXISTS post_delete;

DELIMITER //

CREATE PROCEDURE post_delete (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_post_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Delete a post. | post: one'
BEGIN
    DECLARE v_role VARCHAR(20);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the lock.
    CALL _require_actor(p_actor_id, v_role);

    START TRANSACTION;
    CALL _post_own_lock(p_actor_id, v_role, p_post_id, 0);
    CALL _post_remove(p_actor_id, p_post_id);
    IF v_role = 'admin' THEN
        CALL _audit(
            p_actor_id, 'post_delete', 'posts', p_post_id,
            JSON_OBJECT('is_deleted', 0), JSON_OBJECT('is_deleted', 1)
        );
    END IF;
    COMMIT;

    SELECT p_post_id AS id;
END //

DELIMITER ;
