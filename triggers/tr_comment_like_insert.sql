-- tr_comment_like_insert: increment a comment's counter when it is liked.

DROP TRIGGER IF EXISTS tr_comment_like_insert;

DELIMITER //

CREATE TRIGGER tr_comment_like_insert
AFTER INSERT ON comment_likes
FOR EACH ROW
BEGIN
    -- updated_at records changes by people; counting does not change it.
    UPDATE post_comments
    SET likes_count = likes_count + 1, updated_at = updated_at
    WHERE id = new.comment_id;
END //

DELIMITER ;
