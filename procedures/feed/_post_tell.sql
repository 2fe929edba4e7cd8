-- _post_tell: notify an author of a like or comment, if they may see it.
--
-- Parameters
--   p_actor_id      users.id of the actor
--   p_recipient_id  users.id
--   p_post_id       posts.id
--   p_comment_id    post_comments.id to show; NULL: the post
--   p_kind          like or comment
--   p_verb          verb of the notification
--   p_about         what was liked or answered, such as post-7: groups notifications
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _post_tell;

DELIMITER //

CREATE PROCEDURE _post_tell (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_recipient_id BIGINT UNSIGNED,
    IN p_post_id BIGINT UNSIGNED,
    IN p_comment_id BIGINT UNSIGNED,
    IN p_kind VARCHAR(20),
    IN p_verb VARCHAR(40),
    IN p_about VARCHAR(40)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Notify an author of a like or comment.'
BEGIN
    DECLARE v_excerpt VARCHAR(80);
    DECLARE v_is_visible BOOLEAN;

    SELECT
        LEFT(REGEXP_REPLACE(body, '[[:space:]]+', ' '), 80),
        can_see_post(p_recipient_id, author_id, visibility)
    INTO v_excerpt, v_is_visible
    FROM posts
    WHERE id = p_post_id;
    IF v_is_visible THEN
        CALL _notify(
            p_actor_id, p_recipient_id, p_kind, p_verb, CONCAT(p_about, '-', p_verb),
            CONCAT(
                '/posts/', p_post_id,
                IF(
                    p_comment_id IS NULL, '',
                    CONCAT('?comment=', p_comment_id, '#comment-', p_comment_id)
                )
            ),
            JSON_OBJECT('excerpt', v_excerpt), NULL,
            -- Liking, unliking and liking again notifies once that day.
            CONCAT(
                p_verb, '-', p_about, '-', p_actor_id, '-',
                IF(p_kind = 'comment', COALESCE(p_comment_id, 0), UTC_DATE())
            )
        );
    END IF;
END //

DELIMITER ;
