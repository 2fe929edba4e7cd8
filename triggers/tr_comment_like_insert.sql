-- tr_comment_like_insert: count a like at its comment.

DROP TRIGGER IF EXISTS tr_comment_like_insert;

DELIMITER //

CREATE TRIGGER tr_comment_like_insert
AFTER INSERT ON comment_likes
FOR EACH ROW
BEGIN
    -- updated_at says when people changed it; counting is no change.
    UPDATE post_comments
    SET likes_count = likes_count + 1, updated_at = updated_at
    WHERE id = new.comment_id;
END //

DELIMITER ;
