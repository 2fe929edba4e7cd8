-- _about_draft_load: replace the draft with the content of a revision.
--
-- The caller holds the lock on the draft (_about_lock). Every item gets a new revision number, so
-- that a form opened earlier cannot overwrite it.
--
-- Parameters
--   p_actor_id  users.id
--   p_data      about_page_revisions.revision_data
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _about_draft_load;

DELIMITER //

CREATE PROCEDURE _about_draft_load (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_data JSON
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Replace the draft with the content of a revision.'
BEGIN
    DECLARE v_revision INT UNSIGNED;

    -- An item's revision number never exceeds the draft's, so the next one is new for all items.
    SELECT revision + 1 INTO v_revision
    FROM about_page
    WHERE id = 1
    FOR UPDATE;
    UPDATE about_page
    SET
        hero_title = p_data ->> '$.hero.title',
        hero_text = NULLIF(p_data ->> '$.hero.text', 'null'),
        hero_button_label = NULLIF(p_data ->> '$.hero.button_label', 'null'),
        hero_button_url = NULLIF(p_data ->> '$.hero.button_url', 'null'),
        is_institution_shown = p_data ->> '$.hero.is_institution_shown',
        hero_revision = v_revision
    WHERE id = 1;

    DELETE FROM about_sections
    WHERE id > 0;
    INSERT INTO about_sections (
        id, title, summary, body, position, revision, created_by, updated_by
    )
    SELECT
        s.id,
        s.title,
        s.summary,
        s.body,
        s.place,
        v_revision,
        p_actor_id,
        p_actor_id
    FROM
        JSON_TABLE(
            p_data, '$.sections[*]' COLUMNS (
                place FOR ORDINALITY,
                id BIGINT UNSIGNED PATH '$.id',
                title VARCHAR(120) PATH '$.title',
                summary TEXT PATH '$.summary',
                body TEXT PATH '$.body'
            )
        ) AS s;

    DELETE FROM about_feature_cards
    WHERE id > 0;
    INSERT INTO about_feature_cards (
        id, title, description, icon, url, position, revision, created_by, updated_by
    )
    SELECT
        c.id,
        c.title,
        c.description,
        c.icon,
        c.url,
        c.place,
        v_revision,
        p_actor_id,
        p_actor_id
    FROM
        JSON_TABLE(
            p_data, '$.feature_cards[*]' COLUMNS (
                place FOR ORDINALITY,
                id BIGINT UNSIGNED PATH '$.id',
                title VARCHAR(80) PATH '$.title',
                description VARCHAR(300) PATH '$.description',
                icon VARCHAR(20) PATH '$.icon',
                url VARCHAR(300) PATH '$.url'
            )
        ) AS c;

    DELETE FROM about_quick_links
    WHERE id > 0;
    INSERT INTO about_quick_links (id, label, url, position, revision, created_by, updated_by)
    SELECT
        l.id,
        l.label,
        l.url,
        l.place,
        v_revision,
        p_actor_id,
        p_actor_id
    FROM
        JSON_TABLE(
            p_data, '$.quick_links[*]' COLUMNS (
                place FOR ORDINALITY,
                id BIGINT UNSIGNED PATH '$.id',
                label VARCHAR(80) PATH '$.label',
                url VARCHAR(300) PATH '$.url'
            )
        ) AS l;
END //

DELIMITER ;
