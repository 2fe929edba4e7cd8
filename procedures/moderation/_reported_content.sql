-- _reported_content: read the content a person wants to report, if they may see it.
--
-- Parameters
--   p_actor_id    users.id of the reporter
--   p_subject     content_reports.subject
--   p_subject_id  as content_reports.subject_id
--   p_author_id   users.id of the author
--   p_excerpt     its text; NULL: none
-- Result sets
--   none
-- Errors
--   45404  no such content, or the actor may not see it
--   45409  the actor's own content
--   45422  unknown type of content

DROP PROCEDURE IF EXISTS _reported_content;

DELIMITER //

CREATE PROCEDURE _reported_content (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_subject VARCHAR(20),
    IN p_subject_id BIGINT UNSIGNED,
    OUT p_author_id BIGINT UNSIGNED,
    OUT p_excerpt VARCHAR(2000)
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read the content a person wants to report, if they may see it.'
BEGIN
    DECLARE v_directory VARCHAR(10);
    DECLARE v_post_id BIGINT UNSIGNED;
    DECLARE v_post_author_id BIGINT UNSIGNED;

    SET p_author_id = NULL, p_excerpt = NULL;
    CASE p_subject
        WHEN 'person' THEN
            CALL _require_visible(p_actor_id, p_subject_id, 'profile', v_directory);
            SET p_author_id = p_subject_id;
        WHEN 'message' THEN
            SELECT
                m.sender_id,
                LEFT(m.body, 2000)
            INTO p_author_id, p_excerpt
            FROM messages AS m
            JOIN conversation_participants AS p
                ON p.conversation_id = m.conversation_id AND p.user_id = p_actor_id
            WHERE m.id = p_subject_id AND m.is_deleted = 0;
        WHEN 'post' THEN
            CALL _post_visible(p_actor_id, p_subject_id, p_author_id);
            SELECT LEFT(body, 2000) INTO p_excerpt
            FROM posts
            WHERE id = p_subject_id;
        WHEN 'comment' THEN
            SELECT
                author_id,
                post_id,
                LEFT(body, 2000)
            INTO p_author_id, v_post_id, p_excerpt
            FROM post_comments
            WHERE id = p_subject_id AND is_deleted = 0;
            CALL _post_visible(p_actor_id, v_post_id, v_post_author_id);
        ELSE
            SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'subject: Choose what you want to report.';
    END CASE;
    IF p_author_id IS NULL THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Content not found. It may have been deleted.';
    ELSEIF p_author_id = p_actor_id THEN
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = 'You can''t report your own content.';
    END IF;
END //

DELIMITER ;
