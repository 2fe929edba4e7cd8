-- comment_delete: delete a comment; its replies stay. It can be restored (comment_restore).
--
-- Parameters
--   p_actor_id    users.id of its author, of the author of the post, or of an admin
--   p_comment_id  post_comments.id
-- Result sets
--   comment (one)  id, post_id
-- Errors
--   45401  not signed in
--   45403  not the actor's own
--   45404  no such comment, or the actor may not see it
-- Example
--   CALL comment_delete(3, 0);  -- refused: 45404

DROP PROCEDURE IF EXISTS comment_delete;

DELIMITER //

CREATE PROCEDURE comment_delete (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_comment_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Delete a comment. | comment: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_post_id BIGINT UNSIGNED;
    DECLARE v_author_id BIGINT UNSIGNED;
    DECLARE v_post_author_id BIGINT UNSIGNED;

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
    CALL _comment_lock(p_actor_id, v_post_id, p_comment_id, 0, v_author_id, v_post_author_id);
    IF p_actor_id NOT IN (v_author_id, v_post_author_id) AND v_role <> 'admin' THEN
        SIGNAL SQLSTATE '45403' SET MESSAGE_TEXT = 'Only the author can do this.';
    END IF;
    CALL _comment_remove(p_actor_id, p_comment_id);
    IF v_role = 'admin' THEN
        CALL _audit(
            p_actor_id, 'comment_delete', 'post_comments', p_comment_id,
            JSON_OBJECT('is_deleted', 0), JSON_OBJECT('is_deleted', 1)
        );
    END IF;
    COMMIT;

    SELECT
        p_comment_id AS id,
        v_post_id AS post_id;
END //

DELIMITER ;
