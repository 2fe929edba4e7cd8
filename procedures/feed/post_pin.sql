-- post_pin: pin a post above the feed, or unpin it.
--
-- Parameters
--   p_actor_id   users.id of an admin
--   p_post_id    posts.id
--   p_is_pinned  1: pin; NULL or 0: unpin
-- Result sets
--   post (one)  id, is_pinned
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45404  no such post, or the actor may not see it
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
COMMENT 'Pin a post above the feed, or unpin it. | post: one'
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

    -- The row of the limit itself is locked: two admins pin one after the other. Gap locks would
    -- not do, because several transactions can hold the same gap.
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
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Post not found.';
    ELSEIF v_is_pinned AND NOT v_was_pinned AND v_count >= v_most THEN
        SET v_refusal = CONCAT(
            'At most ', v_most, ' posts can be pinned. Unpin one first.'
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
