-- tr_post_like_insert: increment a post's counter when it is liked.

DROP TRIGGER IF EXISTS tr_post_like_insert;

DELIMITER //

CREATE TRIGGER tr_post_like_insert
AFTER INSERT ON post_likes
FOR EACH ROW
BEGIN
    -- updated_at records changes by people; counting does not change it.
    UPDATE posts
    SET likes_count = likes_count + 1, updated_at = updated_at
    WHERE id = new.post_id;
END //

DELIMITER ;
