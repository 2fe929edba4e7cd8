-- tr_post_like_delete: decrement the counter when a like is removed.

DROP TRIGGER IF EXISTS tr_post_like_delete;

DELIMITER //

CREATE TRIGGER tr_post_like_delete
AFTER DELETE ON post_likes
FOR EACH ROW
BEGIN
    UPDATE posts
    SET likes_count = likes_count - 1, updated_at = updated_at
    WHERE id = old.post_id;
END //

DELIMITER ;
