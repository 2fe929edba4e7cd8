-- tr_post_comment_update: update the counter when a comment is restored or deleted.

DROP TRIGGER IF EXISTS tr_post_comment_update;

DELIMITER //

CREATE TRIGGER tr_post_comment_update
AFTER UPDATE ON post_comments
FOR EACH ROW
BEGIN
    -- A row may also be moved to another post; each post counts its own rows.
    IF old.is_deleted <> new.is_deleted OR old.post_id <> new.post_id THEN
        UPDATE posts
        SET comments_count = comments_count - (old.is_deleted = 0), updated_at = updated_at
        WHERE id = old.post_id;
        UPDATE posts
        SET comments_count = comments_count + (new.is_deleted = 0), updated_at = updated_at
        WHERE id = new.post_id;
    END IF;
END //

DELIMITER ;
