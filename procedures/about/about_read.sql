-- about_read: read the published About page.
--
-- Parameters
--   p_actor_id  users.id; NULL: a visitor
-- Result sets
--   page (one)            number (of the revision; NULL: nothing is published yet), published_at,
--                         hero_title, hero_text, hero_button_label, hero_button_url,
--                         is_institution_shown, version (changes whenever anything on the page
--                         changes)
--   sections (many)       id, title, summary, body (for "read more", or NULL)
--   feature_cards (many)  id, title, description, icon, url
--   quick_links (many)    id, label, url
--   institution (one)     name, short_name, website_url, contact_email, contact_phone, address,
--                         founded_year: always the current values
-- Errors
--   none
-- Example
--   CALL about_read(NULL);

DROP PROCEDURE IF EXISTS about_read;

DELIMITER //

CREATE PROCEDURE about_read (IN p_actor_id BIGINT UNSIGNED)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT
'Read the published About page. | page: one, sections: many, feature_cards: many,
quick_links: many, institution: one'
BEGIN
    DECLARE v_number INT UNSIGNED;
    DECLARE v_published_at DATETIME;
    DECLARE v_data JSON;

    SELECT
        r.number,
        r.created_at,
        r.revision_data
    INTO v_number, v_published_at, v_data
    FROM about_page AS p
    JOIN about_page_revisions AS r ON r.id = p.published_revision_id
    WHERE p.id = 1;

    SELECT
        v_number AS number,
        v_published_at AS published_at,
        COALESCE(v_data ->> '$.hero.title', i.name) AS hero_title,
        NULLIF(v_data ->> '$.hero.text', 'null') AS hero_text,
        NULLIF(v_data ->> '$.hero.button_label', 'null') AS hero_button_label,
        NULLIF(v_data ->> '$.hero.button_url', 'null') AS hero_button_url,
        COALESCE(v_data ->> '$.hero.is_institution_shown', '1') = '1' AS is_institution_shown,
        LEFT(
            SHA2(
                JSON_ARRAY(
                    v_number, i.name, i.short_name, i.website_url, i.contact_email,
                    i.contact_phone, i.address, i.founded_year
                ), 256
            ), 16
        ) AS version
    FROM institution_info AS i
    WHERE i.id = 1;

    SELECT
        s.id,
        s.title,
        s.summary,
        s.body
    FROM
        JSON_TABLE(
            v_data, '$.sections[*]' COLUMNS (
                place FOR ORDINALITY,
                id BIGINT UNSIGNED PATH '$.id',
                title VARCHAR(120) PATH '$.title',
                summary TEXT PATH '$.summary',
                body TEXT PATH '$.body'
            )
        ) AS s
    ORDER BY s.place;

    SELECT
        c.id,
        c.title,
        c.description,
        c.icon,
        c.url
    FROM
        JSON_TABLE(
            v_data, '$.feature_cards[*]' COLUMNS (
                place FOR ORDINALITY,
                id BIGINT UNSIGNED PATH '$.id',
                title VARCHAR(80) PATH '$.title',
                description VARCHAR(300) PATH '$.description',
                icon VARCHAR(20) PATH '$.icon',
                url VARCHAR(300) PATH '$.url'
            )
        ) AS c
    ORDER BY c.place;

    SELECT
        l.id,
        l.label,
        l.url
    FROM
        JSON_TABLE(
            v_data, '$.quick_links[*]' COLUMNS (
                place FOR ORDINALITY,
                id BIGINT UNSIGNED PATH '$.id',
                label VARCHAR(80) PATH '$.label',
                url VARCHAR(300) PATH '$.url'
            )
        ) AS l
    ORDER BY l.place;

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
