-- tr_post_like_update: move a like from the counter of one post to that of another.

DROP TRIGGER IF EXISTS tr_post_like_update;

DELIMITER //

CREATE TRIGGER tr_post_like_update
AFTER UPDATE ON post_likes
FOR EACH ROW
BEGIN
    IF old.post_id <> new.post_id THEN
        UPDATE posts
        SET
            likes_count = IF(id = new.post_id, likes_count + 1, likes_count - 1),
            updated_at = updated_at
        WHERE id IN (old.post_id, new.post_id);
    END IF;
END //

DELIMITER ;
