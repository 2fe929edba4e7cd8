-- about_item_remove: remove an item from the draft of the About page.
--
-- The published revision keeps the item, so it can be restored from there.
--
-- Parameters
--   p_actor_id  users.id of an admin
--   p_kind      section, card, link
--   p_item_id   id in the table of that type
--   p_revision  revision of the item that the actor has seen; NULL: do not check
-- Result sets
--   page (one)  revision
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45404  no such item on the draft
--   45409  the draft has changed since
--   45422  unknown type
-- Example
--   CALL about_item_remove(1, 'link', 1, NULL);

DROP PROCEDURE IF EXISTS about_item_remove;

DELIMITER //

CREATE PROCEDURE about_item_remove (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_kind VARCHAR(20),
    IN p_item_id BIGINT UNSIGNED,
    IN p_revision INT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Remove an item from the draft. | page: one'
BEGIN
    DECLARE v_table VARCHAR(64) DEFAULT CASE p_kind
        WHEN 'section' THEN 'about_sections'
        WHEN 'card' THEN 'about_feature_cards'
        WHEN 'link' THEN 'about_quick_links'
    END;
    DECLARE v_revision INT UNSIGNED;
    DECLARE v_position SMALLINT UNSIGNED;
    DECLARE v_before JSON;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the lock.
    CALL _require_admin(p_actor_id);
    IF p_kind IS NULL OR p_kind NOT IN ('section', 'card', 'link') THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'kind: Choose section, card or link.';
    END IF;

    START TRANSACTION;
    CALL _about_lock(NULL);
    IF p_kind = 'section' THEN
        SELECT
            revision,
            position,
            JSON_OBJECT('title', title, 'summary', summary, 'body', body)
        INTO v_revision, v_position, v_before
        FROM about_sections
        WHERE id = p_item_id;
    ELSEIF p_kind = 'card' THEN
        SELECT
            revision,
            position,
            JSON_OBJECT('title', title, 'description', description, 'icon', icon, 'url', url)
        INTO v_revision, v_position, v_before
        FROM about_feature_cards
        WHERE id = p_item_id;
    ELSEIF p_kind = 'link' THEN
        SELECT
            revision,
            position,
            JSON_OBJECT('label', label, 'url', url)
        INTO v_revision, v_position, v_before
        FROM about_quick_links
        WHERE id = p_item_id;
    END IF;
    CALL _require_about_item(v_revision, p_revision);

    IF p_kind = 'section' THEN
        DELETE FROM about_sections
        WHERE id = p_item_id;
        UPDATE about_sections SET position = position - 1
        WHERE position > v_position;
    ELSEIF p_kind = 'card' THEN
        DELETE FROM about_feature_cards
        WHERE id = p_item_id;
        UPDATE about_feature_cards SET position = position - 1
        WHERE position > v_position;
    ELSEIF p_kind = 'link' THEN
        DELETE FROM about_quick_links
        WHERE id = p_item_id;
        UPDATE about_quick_links SET position = position - 1
        WHERE position > v_position;
    END IF;
    CALL _about_changed(p_actor_id, 'about_item_remove', v_table, p_item_id, v_before, NULL);
    COMMIT;

    SELECT revision FROM about_page
    WHERE id = 1;
END //

DELIMITER ;
