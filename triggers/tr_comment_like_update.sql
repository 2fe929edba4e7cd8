-- tr_comment_like_update: move a like from the counter of one comment to that of another.

DROP TRIGGER IF EXISTS tr_comment_like_update;

DELIMITER //

CREATE TRIGGER tr_comment_like_update
AFTER UPDATE ON comment_likes
FOR EACH ROW
BEGIN
    IF old.comment_id <> new.comment_id THEN
        UPDATE post_comments
        SET
            likes_count = IF(id = new.comment_id, likes_count + 1, likes_count - 1),
            updated_at = updated_at
        WHERE id IN (old.comment_id, new.comment_id);
    END IF;
END //

DELIMITER ;
