-- post_add: post something to the feed.
--
-- Parameters
--   p_actor_id         users.id of the author
--   p_body             Markdown, at most 10,000 characters; NULL: only a file or a link
--   p_link_url         a web address, at most 300 characters; NULL: none
--   p_visibility       all, alumni_only, students_only or followers
--   p_picture          WebP of at most 1280 by 1280 pixels; NULL: none
--   p_picture_words    alternative text of the picture
--   p_document         pdf, doc, docx, png or jpg, at most 16 MB; NULL: none
--   p_document_name    the author's name for the file
--   p_idempotency_key  created with the form: the same key returns the same post; NULL: none
-- Result sets
--   post (one)  id
-- Errors
--   45401  not signed in
--   45413  a file is too large
--   45422  invalid value
--   45429  the actor has posted posts_per_day in 24 hours
-- Example
--   CALL post_add(2, 'We are **hiring**.', NULL, 'all', NULL, NULL, NULL, NULL, NULL);

DROP PROCEDURE IF EXISTS post_add;

DELIMITER //

CREATE PROCEDURE post_add (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_body MEDIUMTEXT,
    IN p_link_url VARCHAR(1000),
    IN p_visibility VARCHAR(20),
    IN p_picture LONGBLOB,
    IN p_picture_words MEDIUMTEXT,
    IN p_document LONGBLOB,
    IN p_document_name VARCHAR(255),
    IN p_idempotency_key VARCHAR(64)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Post something to the feed. | post: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_most INT UNSIGNED DEFAULT setting_of('posts_per_day');
    DECLARE v_id BIGINT UNSIGNED;
    DECLARE v_media_id BIGINT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_actor(p_actor_id, v_role);
    CALL _require_post_values(
        p_body, p_link_url, p_visibility, p_picture IS NOT NULL OR p_document IS NOT NULL
    );

    START TRANSACTION;
    CALL _idempotency_claim(p_actor_id, 'post_add', p_idempotency_key, v_id);
    IF v_id IS NULL THEN
        CALL _throttle('post', 'account', p_actor_id, v_most, 86400);
        INSERT INTO posts (author_id, body, link_url, visibility, created_by, updated_by)
        VALUES (
            p_actor_id, COALESCE(p_body, ''), p_link_url, p_visibility, p_actor_id, p_actor_id
        );
        SET v_id = LAST_INSERT_ID();
        CALL _post_picture_store(p_actor_id, v_id, p_picture, p_picture_words);
        IF p_document IS NOT NULL THEN
            CALL _document_store(p_actor_id, 'document', p_document, p_document_name, v_media_id);
            INSERT INTO post_files (post_id, kind, media_file_id, file_name)
            VALUES (v_id, 'document', v_media_id, p_document_name);
        END IF;
        CALL _idempotency_record(p_actor_id, 'post_add', p_idempotency_key, v_id);
    END IF;
    COMMIT;

    SELECT v_id AS id;
END //

DELIMITER ;
