-- about_draft_read: read the draft of the About page, for the office.
--
-- Parameters
--   p_actor_id  users.id of an admin
-- Result sets
--   page (one)            revision, hero_revision, hero_title, hero_text, hero_button_label,
--                         hero_button_url, is_institution_shown, updated_at, updated_by_name;
--                         number, published_at, published_by_name (of the published revision; NULL:
--                         none yet), is_changed (the draft differs from the published revision)
--   sections (many)       id, title, summary, body, position, revision
--   feature_cards (many)  id, title, description, icon, url, position, revision
--   quick_links (many)    id, label, url, position, revision
--   institution (one)     as about_read returns it
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
-- Example
--   CALL about_draft_read(1);

DROP PROCEDURE IF EXISTS about_draft_read;

DELIMITER //

CREATE PROCEDURE about_draft_read (IN p_actor_id BIGINT UNSIGNED)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT
'Read the draft of the About page. | page: one, sections: many, feature_cards: many,
quick_links: many, institution: one'
BEGIN
    DECLARE v_draft JSON;

    CALL _require_admin(p_actor_id);
    SET v_draft = about_draft_of(1);

    SELECT
        p.revision,
        p.hero_revision,
        p.hero_title,
        p.hero_text,
        p.hero_button_label,
        p.hero_button_url,
        p.is_institution_shown,
        p.updated_at,
        r.number,
        r.created_at AS published_at,
        name_of(p.updated_by) AS updated_by_name,
        name_of(r.created_by) AS published_by_name,
        COALESCE(r.revision_data <> v_draft, 1) AS is_changed
    FROM about_page AS p
    LEFT JOIN about_page_revisions AS r ON r.id = p.published_revision_id
    WHERE p.id = 1;

    SELECT
        id,
        title,
        summary,
        body,
        position,
        revision
    FROM about_sections
    ORDER BY position;

    SELECT
        id,
        title,
        description,
        icon,
        url,
        position,
        revision
    FROM about_feature_cards
    ORDER BY position;

    SELECT
        id,
        label,
        url,
        position,
        revision
    FROM about_quick_links
    ORDER BY position;

    SELECT
        name,
        short_name,
        website_url,
        contact_email,
        contact_phone,
        address,
        founded_year
    FROM institution_info
    WHERE id = 1;
END //

DELIMITER ;
