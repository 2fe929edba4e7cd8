-- _fulltext_words_of: convert words as people enter them to FULLTEXT syntax in BOOLEAN MODE.
--
-- InnoDB's index has no words of one or two letters and no stopwords: they are left out, so what
-- the index finds still has to be compared with all words.
--
-- Parameters
--   p_words  JSON array of words
-- Returns
--   such as '+data* +driven*', of the first three words that the index has; empty: it has none

DROP FUNCTION IF EXISTS _fulltext_words_of;

DELIMITER //

CREATE FUNCTION _fulltext_words_of(p_words JSON)
RETURNS VARCHAR(200)
DETERMINISTIC
NO SQL
SQL SECURITY DEFINER
COMMENT 'Convert words as people enter them to FULLTEXT syntax in BOOLEAN MODE.'
BEGIN
    RETURN COALESCE((
        SELECT GROUP_CONCAT(f.words ORDER BY f.position SEPARATOR ' ')
        FROM (
            SELECT
                w.position,
                fulltext_of(CONCAT(w.word, '%'), NULL, NULL) AS words
            FROM
                JSON_TABLE(
                    p_words, '$[*]' COLUMNS (position FOR ORDINALITY, word VARCHAR(200) PATH '$')
                ) AS w
            -- Words with punctuation are several words, or others, to the index; in scripts without
            -- blanks it has whole sentences.
            WHERE REGEXP_LIKE(w.word, '^[\\p{Latin}\\p{Greek}\\p{Cyrillic}0-9]{3,40}$')
            HAVING words <> ''
            ORDER BY w.position
            LIMIT 3
        ) AS f
    ), '');
END //

DELIMITER ;
