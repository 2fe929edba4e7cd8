-- tr_comment_like_delete: decrement the counter when a like is removed.

DROP TRIGGER IF EXISTS tr_comment_like_delete;

DELIMITER //

CREATE TRIGGER tr_comment_like_delete
AFTER DELETE ON comment_likes
FOR EACH ROW
BEGIN
    UPDATE post_comments
    SET likes_count = likes_count - 1, updated_at = updated_at
    WHERE id = old.comment_id;
END //

DELIMITER ;
