-- search_words_of: fold a text to its search words.
--
-- Lower case; letters that the collation distinguishes are unified; c++ and c# become words;
-- zero-width characters are removed, and so are & ' . inside a word (AT&T, O'Brien, J.P.); other
-- punctuation separates words. Accents stay: utf8mb4_0900_ai_ci ignores them when it compares.
-- Explicit ranges, because \p{L} in a regular expression costs fifty times as much.
--
-- Parameters
--   p_text  text as entered
-- Returns
--   words separated by single blanks; empty if there are none

DROP FUNCTION IF EXISTS search_words_of;

DELIMITER //

CREATE FUNCTION search_words_of(p_text MEDIUMTEXT)
RETURNS MEDIUMTEXT
DETERMINISTIC
NO SQL
SQL SECURITY DEFINER
COMMENT 'Fold a text to its search words.'
BEGIN
    DECLARE v_text MEDIUMTEXT DEFAULT LOWER(COALESCE(p_text, ''));

    SET v_text = REPLACE(REPLACE(REPLACE(v_text, 'ı', 'i'), 'ß', 'ss'), 'c++', 'cplusplus');
    SET v_text = REPLACE(REPLACE(v_text, 'c#', 'csharp'), 'f#', 'fsharp');
    SET v_text = REPLACE(v_text, '`', '''');
    -- A regular expression is the most expensive part: used only if its characters can occur.
    IF LENGTH(v_text) <> CHAR_LENGTH(v_text) THEN
        SET v_text = REGEXP_REPLACE(v_text, '[\\x{2018}\\x{2019}\\x{02BC}\\x{B4}]', '''');
        SET v_text = REGEXP_REPLACE(
            v_text, '[\\x{200B}-\\x{200F}\\x{2060}\\x{FEFF}\\x{AD}]', ''
        );
    END IF;
    IF LOCATE('&', v_text) OR LOCATE('''', v_text) OR LOCATE('.', v_text) THEN
        SET v_text = REGEXP_REPLACE(
            v_text,
            '(?<=[0-9a-z\\x{C0}-\\x{10FFFF}])[&''.](?=[0-9a-z\\x{C0}-\\x{10FFFF}])',
            ''
        );
    END IF;
    SET v_text = REGEXP_REPLACE(
        v_text,
        '[\\x{0}-/:-@\\x{5B}-`\\x{7B}-\\x{BF}\\x{D7}\\x{F7}\\x{2000}-\\x{206F}'
        '\\x{2E00}-\\x{2E7F}\\x{3000}-\\x{3020}\\x{30FB}\\x{FF01}-\\x{FF0F}]+',
        ' '
    );
    RETURN TRIM(v_text);
END //

DELIMITER ;
