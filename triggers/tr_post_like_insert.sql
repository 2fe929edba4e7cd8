-- tr_post_like_insert: count a like at its post.

DROP TRIGGER IF EXISTS tr_post_like_insert;

DELIMITER //

CREATE TRIGGER tr_post_like_insert
AFTER INSERT ON post_likes
FOR EACH ROW
BEGIN
    -- updated_at says when people changed it; counting is no change.
    UPDATE posts
    SET likes_count = likes_count + 1, updated_at = updated_at
    WHERE id = new.post_id;
END //

DELIMITER ;
