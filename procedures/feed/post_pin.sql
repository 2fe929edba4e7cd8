-- post_pin: put a post above the feed of everything, or take it down again.
--
-- Parameters
--   p_actor_id   users.id of an admin
--   p_post_id    posts.id
--   p_is_pinned  1: above; NULL or 0: in its place
-- Result sets
--   post (one)  id, is_pinned
-- Errors
--   45401  nobody is signed in
--   45403  the actor is no admin
--   45404  no such post, or not for the actor's eyes
--   45409  three posts are pinned already
-- Example
--   CALL post_pin(1, 0, 1);  -- refused: 45404

DROP PROCEDURE IF EXISTS post_pin;

DELIMITER //

CREATE PROCEDURE post_pin (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_post_id BIGINT UNSIGNED,
    IN p_is_pinned BOOLEAN
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Put a post above the feed, or take it down. | post: one'
BEGIN
    DECLARE v_is_pinned BOOLEAN DEFAULT COALESCE(p_is_pinned, 0) <> 0;
    DECLARE v_was_pinned BOOLEAN;
    DECLARE v_count INT UNSIGNED;
    DECLARE v_most INT UNSIGNED;
    DECLARE v_refusal VARCHAR(128);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_admin(p_actor_id);

    -- The limit itself is held by who counts against it: two admins pin one after the other. Held
    -- gaps of the index would not do, because several can hold the same one.
    START TRANSACTION;
    SELECT value INTO v_most
    FROM settings
    WHERE name = 'posts_pinned'
    FOR UPDATE;
    SELECT is_pinned INTO v_was_pinned
    FROM posts
    WHERE id = p_post_id AND is_deleted = 0
    FOR UPDATE;
    SELECT COUNT(*) INTO v_count
    FROM posts FORCE INDEX (ix_posts_is_pinned_is_deleted_id)
    WHERE is_pinned = 1 AND is_deleted = 0;
    IF v_was_pinned IS NULL THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'There is no such post.';
    ELSEIF v_is_pinned AND NOT v_was_pinned AND v_count >= v_most THEN
        SET v_refusal = CONCAT(
            'No more than ', v_most, ' posts can be pinned. Take one down first.'
        );
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = v_refusal;
    END IF;
    IF v_is_pinned <> v_was_pinned THEN
        UPDATE posts SET is_pinned = v_is_pinned, updated_by = p_actor_id
        WHERE id = p_post_id;
        CALL _audit(
            p_actor_id, 'post_pin', 'posts', p_post_id,
            JSON_OBJECT('is_pinned', v_was_pinned), JSON_OBJECT('is_pinned', v_is_pinned)
        );
    END IF;
    COMMIT;

    SELECT
        p_post_id AS id,
        v_is_pinned AS is_pinned;
END //

DELIMITER ;
