-- search_terms_of: return the search terms of a text, for storing or searching.
--
-- Both sides are folded by search_words_of. Stored texts get additional terms: hyphenated words
-- joined (Anne-Marie: anne, marie, annemarie), the parts around an apostrophe (O'Brien: obrien, o,
-- brien), umlauts and the like spelled out (Müller: müller, mueller; Åkesson: akesson, aakesson)
-- and every suffix of a run of Chinese, Japanese or Korean characters, which are written without
-- blanks. A search for a plural is one for its singular (engineers: engineer), which is its prefix.
--
-- Parameters
--   p_text       text as entered
--   p_is_stored  1: terms to store; 0: terms to search for, each as a prefix
-- Returns
--   JSON array of distinct terms of at most 40 characters, in the order of the text

DROP FUNCTION IF EXISTS search_terms_of;

DELIMITER //

CREATE FUNCTION search_terms_of(p_text MEDIUMTEXT, p_is_stored BOOLEAN)
RETURNS JSON
DETERMINISTIC
NO SQL
SQL SECURITY DEFINER
COMMENT 'Return the search terms of a text, for storing or searching.'
BEGIN
    DECLARE v_words MEDIUMTEXT DEFAULT search_words_of(p_text);
    DECLARE v_folded MEDIUMTEXT DEFAULT v_words;
    -- Beyond ASCII: most texts are ASCII and need no regular expression.
    DECLARE v_is_foreign BOOLEAN DEFAULT LENGTH(p_text) <> CHAR_LENGTH(p_text);
    DECLARE v_position INT UNSIGNED DEFAULT 2;
    DECLARE v_pair VARCHAR(2);

    IF p_is_stored THEN
        IF p_text LIKE '%-%' THEN
            SET v_words = CONCAT_WS(' ', v_words, search_words_of(REPLACE(p_text, '-', '')));
        END IF;
        IF
            LOCATE('''', p_text)
            OR (v_is_foreign AND REGEXP_LIKE(p_text, '[\\x{2018}\\x{2019}]'))
        THEN
            SET v_words = CONCAT_WS(
                ' ', v_words,
                search_words_of(REGEXP_REPLACE(p_text, '[''\\x{2018}\\x{2019}]', ' '))
            );
        END IF;
        IF v_is_foreign AND REGEXP_LIKE(v_folded, '[äöüåø]', 'c') THEN
            SET v_words = CONCAT_WS(
                ' ', v_words,
                REGEXP_REPLACE(
                    REGEXP_REPLACE(
                        REGEXP_REPLACE(
                            REGEXP_REPLACE(v_folded, 'ä', 'ae', 1, 0, 'c'), '[öø]', 'oe', 1, 0, 'c'
                        ), 'ü', 'ue', 1, 0, 'c'
                    ), 'å', 'aa', 1, 0, 'c'
                )
            );
        END IF;
        -- Within a run of these characters, each suffix is a term as well. A loop: the suffixes
        -- of a run overlap, which a set of words cannot produce.
        IF
            v_is_foreign
            AND REGEXP_LIKE(
                v_folded, '[\\x{3040}-\\x{30FF}\\x{3400}-\\x{9FFF}\\x{AC00}-\\x{D7AF}]{2}'
            )
        THEN
            WHILE v_position <= LEAST(CHAR_LENGTH(v_folded), 400) DO
                SET v_pair = SUBSTRING(v_folded, v_position - 1, 2);
                IF REGEXP_LIKE(
                    v_pair, '^[\\x{3040}-\\x{30FF}\\x{3400}-\\x{9FFF}\\x{AC00}-\\x{D7AF}]{2}$'
                ) THEN
                    SET v_words = CONCAT_WS(
                        ' ', v_words,
                        SUBSTRING_INDEX(SUBSTRING(v_folded, v_position, 40), ' ', 1)
                    );
                END IF;
                SET v_position = v_position + 1;
            END WHILE;
        END IF;
    END IF;

    -- Punctuation is removed, so that replacing blanks is enough to make a JSON array.
    RETURN COALESCE((
        SELECT JSON_ARRAYAGG(u.term)
        FROM (
            SELECT
                LEFT(
                    IF(
                        NOT p_is_stored AND w.word REGEXP '[a-z]{2}[a-rt-z]s$',
                        LEFT(w.word, CHAR_LENGTH(w.word) - 1), w.word
                    ), 40
                ) AS term,
                MIN(w.position) AS position
            FROM
                JSON_TABLE(
                    CONCAT('["', REPLACE(v_words, ' ', '","'), '"]'),
                    '$[*]' COLUMNS (position FOR ORDINALITY, word VARCHAR(1000) PATH '$')
                ) AS w
            WHERE w.word <> ''
            GROUP BY term
            ORDER BY position
        ) AS u
    ), JSON_ARRAY());
END //

DELIMITER ;
