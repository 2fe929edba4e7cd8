-- tr_post_comment_delete: decrement the counter when a comment is deleted.

DROP TRIGGER IF EXISTS tr_post_comment_delete;

DELIMITER //

CREATE TRIGGER tr_post_comment_delete
AFTER DELETE ON post_comments
FOR EACH ROW
BEGIN
    IF old.is_deleted = 0 THEN
        UPDATE posts
        SET comments_count = comments_count - 1, updated_at = updated_at
        WHERE id = old.post_id;
    END IF;
END //

DELIMITER ;
