-- about_draft_of: return the draft of the About page as one JSON document.
--
-- This is the content of a revision. Items keep their ids, so that two revisions can be compared
-- item by item, and a restored item is the same item.
--
-- Parameters
--   p_page_id  about_page.id, which is 1
-- Returns
--   JSON object: hero (object), sections, feature_cards, quick_links (ordered arrays)

DROP FUNCTION IF EXISTS about_draft_of;

DELIMITER //

CREATE FUNCTION about_draft_of(p_page_id TINYINT UNSIGNED)
RETURNS JSON
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Return the draft of the About page as one JSON document.'
BEGIN
    DECLARE v_draft JSON;
    DECLARE v_sections JSON;
    DECLARE v_cards JSON;
    DECLARE v_links JSON;

    SELECT
        JSON_OBJECT(
            'hero',
            JSON_OBJECT(
                'title', hero_title, 'text', hero_text, 'button_label', hero_button_label,
                'button_url', hero_button_url, 'is_institution_shown', is_institution_shown
            )
        )
    INTO v_draft
    FROM about_page
    WHERE id = p_page_id;
    -- JSON_ARRAYAGG has no order of its own: a window frame gives it the order of the page.
    SELECT s.items INTO v_sections
    FROM (
        SELECT
            position,
            id,
            JSON_ARRAYAGG(
                JSON_OBJECT('id', id, 'title', title, 'summary', summary, 'body', body)
            ) OVER (ORDER BY position, id ROWS UNBOUNDED PRECEDING) AS items
        FROM about_sections
    ) AS s
    ORDER BY s.position DESC, s.id DESC
    LIMIT 1;
    SELECT s.items INTO v_cards
    FROM (
        SELECT
            position,
            id,
            JSON_ARRAYAGG(
                JSON_OBJECT(
                    'id', id, 'title', title, 'description', description, 'icon', icon, 'url', url
                )
            ) OVER (ORDER BY position, id ROWS UNBOUNDED PRECEDING) AS items
        FROM about_feature_cards
    ) AS s
    ORDER BY s.position DESC, s.id DESC
    LIMIT 1;
    SELECT s.items INTO v_links
    FROM (
        SELECT
            position,
            id,
            JSON_ARRAYAGG(JSON_OBJECT('id', id, 'label', label, 'url', url))
                OVER (ORDER BY position, id ROWS UNBOUNDED PRECEDING) AS items
        FROM about_quick_links
    ) AS s
    ORDER BY s.position DESC, s.id DESC
    LIMIT 1;

    RETURN JSON_SET(
        v_draft,
        '$.sections', COALESCE(v_sections, JSON_ARRAY()),
        '$.feature_cards', COALESCE(v_cards, JSON_ARRAY()),
        '$.quick_links', COALESCE(v_links, JSON_ARRAY())
    );
END //

DELIMITER ;
