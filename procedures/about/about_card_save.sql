-- about_card_save: add or change a feature card on the draft of the About page.
--
-- Parameters
--   p_actor_id         users.id of an admin
--   p_card_id          about_feature_cards.id; NULL: add a new card at the end
--   p_title            at most 80 characters
--   p_description      at most 300 characters
--   p_icon             people, work, calendar, talk, help, world, study, star; NULL: star
--   p_url              a path of this site or a web address; NULL: no link
--   p_revision         about_feature_cards.revision that the editor saw; NULL: do not check
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
--   CALL about_card_save(1, NULL, 'Jobs', 'From alumni.', 'work', '/jobs', NULL, NULL);

DROP PROCEDURE IF EXISTS about_card_save;

DELIMITER //

CREATE PROCEDURE about_card_save (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_card_id BIGINT UNSIGNED,
    IN p_title VARCHAR(80),
    IN p_description VARCHAR(300),
    IN p_icon VARCHAR(20),
    IN p_url VARCHAR(300),
    IN p_revision INT UNSIGNED,
    IN p_idempotency_key VARCHAR(64)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Add or change a feature card on the About page. | item: one'
BEGIN
    DECLARE v_id BIGINT UNSIGNED DEFAULT p_card_id;
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
    CALL _require_text('title', p_title, 80, 1, 0);
    CALL _require_text('description', p_description, 300, 1, 0);
    CALL _require_about_address('url', p_url, 0);
    IF
        p_icon NOT IN (
            'people', 'work', 'calendar', 'talk', 'help', 'world', 'study', 'star'
        )
    THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'icon: Choose an icon from the list.';
    END IF;

    START TRANSACTION;
    CALL _about_lock(NULL);
    IF p_card_id IS NULL THEN
        CALL _idempotency_claim(p_actor_id, 'about_card_save', p_idempotency_key, v_id);
    ELSE
        SELECT
            revision,
            JSON_OBJECT(
                'title', title, 'description', description, 'icon', icon, 'url', url
            )
        INTO v_revision, v_before
        FROM about_feature_cards
        WHERE id = p_card_id
        FOR UPDATE;
        CALL _require_about_item(v_revision, p_revision);
        UPDATE about_feature_cards
        SET
            title = p_title,
            description = p_description,
            icon = COALESCE(p_icon, 'star'),
            url = p_url,
            revision = revision + 1,
            updated_by = p_actor_id
        WHERE id = p_card_id;
    END IF;
    IF v_id IS NULL THEN
        SELECT COUNT(*) INTO v_count
        FROM about_feature_cards;
        IF v_count >= 24 THEN
            SIGNAL SQLSTATE '45409'
                SET MESSAGE_TEXT = 'You can add up to 24 feature cards. Remove one first.';
        END IF;
        INSERT INTO about_feature_cards (
            title, description, icon, url, position, created_by, updated_by
        )
        VALUES (
            p_title,
            p_description,
            COALESCE(p_icon, 'star'),
            p_url,
            v_count + 1,
            p_actor_id,
            p_actor_id
        );
        SET v_id = LAST_INSERT_ID();
        CALL _idempotency_record(p_actor_id, 'about_card_save', p_idempotency_key, v_id);
        SET v_revision = 0;
    END IF;
    -- Submitting the form for a new item twice adds it once.
    IF v_revision IS NOT NULL THEN
        CALL _about_changed(
            p_actor_id, 'about_card_save', 'about_feature_cards', v_id, v_before,
            JSON_OBJECT(
                'title',
                p_title,
                'description',
                p_description,
                'icon',
                COALESCE(p_icon, 'star'),
                'url',
                p_url
            )
        );
    END IF;
    COMMIT;

    SELECT
        v_id AS id,
        (
            SELECT position FROM about_feature_cards
            WHERE id = v_id
        ) AS position,
        (
            SELECT revision FROM about_feature_cards
            WHERE id = v_id
        ) AS revision;
END //

DELIMITER ;
