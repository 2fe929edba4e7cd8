-- tr_post_comment_insert: increment a post's counter for a new comment, unless it is deleted.

DROP TRIGGER IF EXISTS tr_post_comment_insert;

DELIMITER //

CREATE TRIGGER tr_post_comment_insert
AFTER INSERT ON post_comments
FOR EACH ROW
BEGIN
    -- updated_at records changes by people; counting does not change it.
    IF new.is_deleted = 0 THEN
        UPDATE posts
        SET comments_count = comments_count + 1, updated_at = updated_at
        WHERE id = new.post_id;
    END IF;
END //

DELIMITER ;
