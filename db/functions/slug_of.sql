-- slug_of: convert a text to a slug: lower-case letters, digits and hyphens.
--
-- The collation knows the base letter of an accented letter; a script without such letters leaves
-- nothing, and then the slug is "event". A plain number, or a word that the site already
-- uses in its addresses, is appended to it.
--
-- Parameters
--   p_text  such as the title of an event
-- Returns
--   at most 80 characters, such as soiree-des-anciens

DROP FUNCTION IF EXISTS slug_of;

DELIMITER //

CREATE FUNCTION slug_of(p_text VARCHAR(300))
RETURNS VARCHAR(80)
DETERMINISTIC
NO SQL
SQL SECURITY DEFINER
COMMENT 'Convert a text to a slug.'
BEGIN
    DECLARE v_alphabet CHAR(26) DEFAULT 'abcdefghijklmnopqrstuvwxyz';
    DECLARE v_words VARCHAR(1000) DEFAULT search_words_of(LEFT(p_text, 150));
    DECLARE v_slug VARCHAR(1000) DEFAULT '';
    DECLARE v_position INT UNSIGNED DEFAULT 1;
    DECLARE v_character VARCHAR(2);

    SET v_words = REPLACE(REPLACE(REPLACE(v_words, 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th');
    -- Character by character: each is folded on its own.
    WHILE v_position <= CHAR_LENGTH(v_words) DO
        SET v_character = SUBSTRING(v_words, v_position, 1);
        SET v_slug = CONCAT(v_slug, CASE
            WHEN v_character = ' ' THEN '-'
            -- Combining marks have no weight.
            WHEN v_character = '' THEN ''
            WHEN REGEXP_LIKE(v_character, '^[a-z0-9]$', 'c') THEN v_character
            WHEN LOCATE(v_character, v_alphabet) > 0
                THEN SUBSTRING(v_alphabet, LOCATE(v_character, v_alphabet), 1)
            ELSE ''
        END);
        SET v_position = v_position + 1;
    END WHILE;
    SET v_slug = TRIM(BOTH '-' FROM REGEXP_REPLACE(v_slug, '-+', '-'));
    IF CHAR_LENGTH(v_slug) > 80 THEN
        -- Whole words only, unless the first is as long.
        SET v_slug = TRIM(BOTH '-' FROM REGEXP_REPLACE(LEFT(v_slug, 81), '-[^-]*$', ''));
    END IF;
    SET v_slug = LEFT(v_slug, 80);
    RETURN CASE
        WHEN v_slug = '' THEN 'event'
        WHEN
            REGEXP_LIKE(v_slug, '^[0-9]+$')
            OR v_slug IN ('create', 'month', 'feed', 'calendar', 'invitations')
            THEN CONCAT('event-', v_slug)
        ELSE v_slug
    END;
END //

DELIMITER ;
