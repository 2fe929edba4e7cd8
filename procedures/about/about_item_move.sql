-- about_item_move: move an item of the draft to another position.
--
-- Parameters
--   p_actor_id  users.id of an admin
--   p_kind      section, card, link
--   p_item_id   id in the table of that type
--   p_position  from 1; lower values mean first, values beyond the end mean last
--   p_revision  about_page.revision that the actor has seen; NULL: do not check
-- Result sets
--   page (one)  revision, position (the new one)
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45404  no such item on the draft
--   45409  the draft has changed since
--   45422  unknown type
-- Example
--   CALL about_item_move(1, 'section', 1, 2, NULL);

DROP PROCEDURE IF EXISTS about_item_move;

DELIMITER //

CREATE PROCEDURE about_item_move (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_kind VARCHAR(20),
    IN p_item_id BIGINT UNSIGNED,
    IN p_position SMALLINT,
    IN p_revision INT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Move an item of the draft to another position. | page: one'
BEGIN
    DECLARE v_table VARCHAR(64) DEFAULT CASE p_kind
        WHEN 'section' THEN 'about_sections'
        WHEN 'card' THEN 'about_feature_cards'
        WHEN 'link' THEN 'about_quick_links'
    END;
    DECLARE v_from SMALLINT;
    DECLARE v_to SMALLINT;
    DECLARE v_last SMALLINT;

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
    CALL _about_lock(p_revision);
    IF p_kind = 'section' THEN
        SELECT
            MAX(IF(id = p_item_id, position, NULL)),
            MAX(position)
        INTO v_from, v_last
        FROM about_sections;
    ELSEIF p_kind = 'card' THEN
        SELECT
            MAX(IF(id = p_item_id, position, NULL)),
            MAX(position)
        INTO v_from, v_last
        FROM about_feature_cards;
    ELSEIF p_kind = 'link' THEN
        SELECT
            MAX(IF(id = p_item_id, position, NULL)),
            MAX(position)
        INTO v_from, v_last
        FROM about_quick_links;
    END IF;
    CALL _require_about_item(v_from, NULL);
    SET v_to = LEAST(GREATEST(COALESCE(p_position, 1), 1), v_last);

    -- Items between the two positions shift by one.
    IF p_kind = 'section' THEN
        UPDATE about_sections
        SET position = IF(id = p_item_id, v_to, position + SIGN(v_from - v_to))
        WHERE position BETWEEN LEAST(v_from, v_to) AND GREATEST(v_from, v_to);
    ELSEIF p_kind = 'card' THEN
        UPDATE about_feature_cards
        SET position = IF(id = p_item_id, v_to, position + SIGN(v_from - v_to))
        WHERE position BETWEEN LEAST(v_from, v_to) AND GREATEST(v_from, v_to);
    ELSEIF p_kind = 'link' THEN
        UPDATE about_quick_links
        SET position = IF(id = p_item_id, v_to, position + SIGN(v_from - v_to))
        WHERE position BETWEEN LEAST(v_from, v_to) AND GREATEST(v_from, v_to);
    END IF;
    IF v_from <> v_to THEN
        CALL _about_changed(
            p_actor_id, 'about_item_move', v_table, p_item_id,
            JSON_OBJECT('position', v_from), JSON_OBJECT('position', v_to)
        );
    END IF;
    COMMIT;

    SELECT
        revision,
        v_to AS position
    FROM about_page
    WHERE id = 1;
END //

DELIMITER ;
