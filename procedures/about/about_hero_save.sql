-- about_hero_save: change the hero section of the draft of the About page.
--
-- Parameters
--   p_actor_id              users.id of an admin
--   p_hero_title            at most 160 characters
--   p_hero_text             at most 600 characters; NULL: none
--   p_hero_button_label     at most 60 characters; NULL: no button
--   p_hero_button_url       a path of this site or a web address; only with a label
--   p_is_institution_shown  1: show address, phone and founding year on the page
--   p_revision              about_page.hero_revision that the editor saw; NULL: do not check
-- Result sets
--   page (one)  revision, hero_revision
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45409  the item has changed since
--   45422  invalid value
-- Example
--   CALL about_hero_save(1, 'About us', 'Who we are.', NULL, NULL, 1, NULL);

DROP PROCEDURE IF EXISTS about_hero_save;

DELIMITER //

CREATE PROCEDURE about_hero_save (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_hero_title VARCHAR(160),
    IN p_hero_text VARCHAR(600),
    IN p_hero_button_label VARCHAR(60),
    IN p_hero_button_url VARCHAR(300),
    IN p_is_institution_shown BOOLEAN,
    IN p_revision INT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Change the hero section of the About page. | page: one'
BEGIN
    DECLARE v_revision INT UNSIGNED;
    DECLARE v_before JSON;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the lock.
    CALL _require_admin(p_actor_id);
    CALL _require_text('hero_title', p_hero_title, 160, 1, 0);
    CALL _require_text('hero_text', p_hero_text, 600, 0, 1);
    -- A button needs both a label and a link.
    CALL _require_text(
        'hero_button_label', p_hero_button_label, 60, p_hero_button_url IS NOT NULL, 0
    );
    CALL _require_about_address(
        'hero_button_url', p_hero_button_url, p_hero_button_label IS NOT NULL
    );

    START TRANSACTION;
    CALL _about_lock(NULL);
    SELECT
        hero_revision,
        JSON_OBJECT(
            'hero_title', hero_title, 'hero_text', hero_text,
            'hero_button_label', hero_button_label, 'hero_button_url', hero_button_url,
            'is_institution_shown', is_institution_shown
        )
    INTO v_revision, v_before
    FROM about_page
    WHERE id = 1
    FOR UPDATE;
    CALL _require_about_item(v_revision, p_revision);
    UPDATE about_page
    SET
        hero_title = p_hero_title,
        hero_text = p_hero_text,
        hero_button_label = p_hero_button_label,
        hero_button_url = p_hero_button_url,
        is_institution_shown = COALESCE(p_is_institution_shown, 0) <> 0,
        hero_revision = hero_revision + 1
    WHERE id = 1;
    CALL _about_changed(
        p_actor_id, 'about_hero_save', 'about_page', 1, v_before,
        JSON_OBJECT(
            'hero_title', p_hero_title, 'hero_text', p_hero_text,
            'hero_button_label', p_hero_button_label, 'hero_button_url', p_hero_button_url,
            'is_institution_shown', COALESCE(p_is_institution_shown, 0) <> 0
        )
    );
    COMMIT;

    SELECT
        revision,
        hero_revision
    FROM about_page
    WHERE id = 1;
END //

DELIMITER ;
