-- about_link_save: add or change a quick link on the draft of the About page.
--
-- Parameters
--   p_actor_id         users.id of an admin
--   p_link_id          about_quick_links.id; NULL: add a new link at the end
--   p_label            at most 80 characters
--   p_url              a path of this site or a web address
--   p_revision         about_quick_links.revision that the editor saw; NULL: do not check
--   p_idempotency_key  created with the form for a new item; NULL: none
-- Result sets
--   item (one)  id, position, revision
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45404  no such item on the draft
--   45409  the item has changed since, or there are 24 already
--   45422  invalid value
-- Example
--   CALL about_link_save(1, NULL, 'Open jobs', '/jobs', NULL, NULL);

DROP PROCEDURE IF EXISTS about_link_save;

DELIMITER //

CREATE PROCEDURE about_link_save (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_link_id BIGINT UNSIGNED,
    IN p_label VARCHAR(80),
    IN p_url VARCHAR(300),
    IN p_revision INT UNSIGNED,
    IN p_idempotency_key VARCHAR(64)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Add or change a quick link on the About page. | item: one'
BEGIN
    DECLARE v_id BIGINT UNSIGNED DEFAULT p_link_id;
    DECLARE v_revision INT UNSIGNED;
    DECLARE v_before JSON;
    DECLARE v_count INT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the lock.
    CALL _require_admin(p_actor_id);
    CALL _require_text('label', p_label, 80, 1, 0);
    CALL _require_about_address('url', p_url, 1);

    START TRANSACTION;
    CALL _about_lock(NULL);
    IF p_link_id IS NULL THEN
        CALL _idempotency_claim(p_actor_id, 'about_link_save', p_idempotency_key, v_id);
    ELSE
        SELECT
            revision,
            JSON_OBJECT(
                'label', label, 'url', url
            )
        INTO v_revision, v_before
        FROM about_quick_links
        WHERE id = p_link_id
        FOR UPDATE;
        CALL _require_about_item(v_revision, p_revision);
        UPDATE about_quick_links
        SET
            label = p_label,
            url = p_url,
            revision = revision + 1,
            updated_by = p_actor_id
        WHERE id = p_link_id;
    END IF;
    IF v_id IS NULL THEN
        SELECT COUNT(*) INTO v_count
        FROM about_quick_links;
        IF v_count >= 24 THEN
            SIGNAL SQLSTATE '45409'
                SET MESSAGE_TEXT = 'You can add up to 24 quick links. Remove one first.';
        END IF;
        INSERT INTO about_quick_links (label, url, position, created_by, updated_by)
        VALUES (
            p_label,
            p_url,
            v_count + 1,
            p_actor_id,
            p_actor_id
        );
        SET v_id = LAST_INSERT_ID();
        CALL _idempotency_record(p_actor_id, 'about_link_save', p_idempotency_key, v_id);
        SET v_revision = 0;
    END IF;
    -- Submitting the form for a new item twice adds it once.
    IF v_revision IS NOT NULL THEN
        CALL _about_changed(
            p_actor_id, 'about_link_save', 'about_quick_links', v_id, v_before,
            JSON_OBJECT(
                'label', p_label, 'url', p_url
            )
        );
    END IF;
    COMMIT;

    SELECT
        v_id AS id,
        (
            SELECT position FROM about_quick_links
            WHERE id = v_id
        ) AS position,
        (
            SELECT revision FROM about_quick_links
            WHERE id = v_id
        ) AS revision;
END //

DELIMITER ;
