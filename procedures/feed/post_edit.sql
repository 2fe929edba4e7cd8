-- post_edit: edit a post; its previous versions are kept.
--
-- Parameters
--   p_actor_id    users.id of the author, or of an admin
--   p_post_id     posts.id
--   p_body        Markdown, at most 10,000 characters; NULL: only a file or a link
--   p_link_url    a web address; NULL: none
--   p_visibility  all, alumni_only, students_only or followers
--   p_revision    the revision that was edited; NULL: do not check
-- Result sets
--   post (one)  id, revision
-- Errors
--   45401  not signed in
--   45403  not the actor's own
--   45404  no such post, or the actor may not see it
--   45409  the item has changed since
--   45422  invalid value
-- Example
--   CALL post_edit(2, 0, 'Other words', NULL, 'all', 1);  -- refused: 45404

DROP PROCEDURE IF EXISTS post_edit;

DELIMITER //

CREATE PROCEDURE post_edit (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_post_id BIGINT UNSIGNED,
    IN p_body MEDIUMTEXT,
    IN p_link_url VARCHAR(1000),
    IN p_visibility VARCHAR(20),
    IN p_revision INT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Edit a post. | post: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_revision INT UNSIGNED;
    DECLARE v_is_changed BOOLEAN;
    DECLARE v_has_file BOOLEAN;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the lock.
    CALL _require_actor(p_actor_id, v_role);
    SET v_has_file = EXISTS(SELECT 1 FROM post_files WHERE post_id = p_post_id);

    START TRANSACTION;
    CALL _post_own_lock(p_actor_id, v_role, p_post_id, 0);
    CALL _require_post_values(p_body, p_link_url, p_visibility, v_has_file);
    SELECT
        revision,
        BINARY body <> BINARY COALESCE(p_body, '') OR NOT BINARY link_url <=> BINARY p_link_url
    INTO v_revision, v_is_changed
    FROM posts
    WHERE id = p_post_id;
    IF p_revision <> v_revision THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT
            = 'Someone else changed this. Reload the page and try again.';
    END IF;
    IF v_is_changed THEN
        INSERT INTO post_revisions (post_id, revision, body, link_url, created_at, created_by)
        SELECT
            id,
            revision,
            body,
            link_url,
            UTC_TIMESTAMP(),
            p_actor_id
        FROM posts
        WHERE id = p_post_id;
        SET v_revision = v_revision + 1;
    END IF;
    UPDATE posts
    SET
        body = COALESCE(p_body, ''),
        link_url = p_link_url,
        visibility = p_visibility,
        edited_at = IF(v_is_changed, UTC_TIMESTAMP(), edited_at),
        revision = v_revision,
        updated_by = p_actor_id
    WHERE id = p_post_id;
    IF v_role = 'admin' THEN
        CALL _audit(
            p_actor_id, 'post_edit', 'posts', p_post_id, NULL,
            JSON_OBJECT('revision', v_revision, 'visibility', p_visibility)
        );
    END IF;
    COMMIT;

    SELECT
        p_post_id AS id,
        v_revision AS revision;
END //

DELIMITER ;
