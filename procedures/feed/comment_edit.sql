-- comment_edit: edit the text of a comment.
--
-- Parameters
--   p_actor_id    users.id of the author
--   p_comment_id  post_comments.id
--   p_body        plain text, at most 3,000 characters
-- Result sets
--   comment (one)  id, post_id
-- Errors
--   45401  not signed in
--   45403  not the actor's own
--   45404  no such comment, or the actor may not see it
--   45422  invalid value
-- Example
--   CALL comment_edit(3, 0, 'Other words');  -- refused: 45404

DROP PROCEDURE IF EXISTS comment_edit;

DELIMITER //

CREATE PROCEDURE comment_edit (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_comment_id BIGINT UNSIGNED,
    IN p_body MEDIUMTEXT
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Edit the text of a comment. | comment: one'
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
    CALL _require_text('body', p_body, 3000, 1, 1);

    START TRANSACTION;
    CALL _comment_lock(p_actor_id, v_post_id, p_comment_id, 0, v_author_id, v_post_author_id);
    IF v_author_id <> p_actor_id THEN
        SIGNAL SQLSTATE '45403' SET MESSAGE_TEXT = 'Only the author can do this.';
    END IF;
    UPDATE post_comments
    SET body = p_body, edited_at = UTC_TIMESTAMP(), updated_by = p_actor_id
    WHERE id = p_comment_id AND BINARY body <> BINARY p_body;
    COMMIT;

    SELECT
        p_comment_id AS id,
        v_post_id AS post_id;
END //

DELIMITER ;
