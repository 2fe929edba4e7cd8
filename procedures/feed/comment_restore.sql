-- comment_restore: restore a deleted comment, with its likes.
--
-- Parameters
--   p_actor_id    users.id of the person who deleted it, or of an admin
--   p_comment_id  post_comments.id
-- Result sets
--   comment (one)  id, post_id
-- Errors
--   45401  not signed in
--   45403  someone else deleted it
--   45404  no such deleted comment, or the actor may not see it
--   45409  deleted more than 30 days ago
-- Example
--   CALL comment_restore(3, 0);  -- refused: 45404

DROP PROCEDURE IF EXISTS comment_restore;

DELIMITER //

CREATE PROCEDURE comment_restore (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_comment_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Restore a deleted comment. | comment: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_post_id BIGINT UNSIGNED;
    DECLARE v_author_id BIGINT UNSIGNED;
    DECLARE v_post_author_id BIGINT UNSIGNED;
    DECLARE v_deleted_by BIGINT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the locks.
    CALL _require_actor(p_actor_id, v_role);
    SELECT post_id INTO v_post_id
    FROM post_comments
    WHERE id = p_comment_id;

    START TRANSACTION;
    CALL _comment_lock(p_actor_id, v_post_id, p_comment_id, 1, v_author_id, v_post_author_id);
    SELECT updated_by INTO v_deleted_by
    FROM post_comments
    WHERE id = p_comment_id;
    -- If someone else deleted it, its author cannot restore it.
    IF NOT (v_deleted_by <=> p_actor_id) AND v_role <> 'admin' THEN
        SIGNAL SQLSTATE '45403'
            SET MESSAGE_TEXT = 'Only the person who deleted a comment can restore it.';
    END IF;
    UPDATE post_comments
    SET is_deleted = 0, deleted_at = NULL, updated_by = p_actor_id
    WHERE id = p_comment_id AND can_be_restored(deleted_at);
    IF ROW_COUNT() = 0 THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'This comment can no longer be restored.';
    END IF;
    IF v_role = 'admin' THEN
        CALL _audit(
            p_actor_id, 'comment_restore', 'post_comments', p_comment_id,
            JSON_OBJECT('is_deleted', 1), JSON_OBJECT('is_deleted', 0)
        );
    END IF;
    COMMIT;

    SELECT
        p_comment_id AS id,
        v_post_id AS post_id;
END //

DELIMITER ;
