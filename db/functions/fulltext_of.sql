-- fulltext_of: convert the words of a search to FULLTEXT syntax in BOOLEAN MODE.
--
-- InnoDB's index has no words of one or two letters and no stopwords. A search with such a word
-- cannot use it: without the word it would match too much. Terms have no operators.
--
-- Parameters
--   p_first   a pattern from prefix_of, such as soft%; NULL: none
--   p_second  as p_first
--   p_third   as p_first
-- Returns
--   such as '+soft* +engineer*'; empty, which matches nothing, if the index cannot answer

DROP FUNCTION IF EXISTS fulltext_of;

DELIMITER //

CREATE FUNCTION fulltext_of(
    p_first VARCHAR(41),
    p_second VARCHAR(41),
    p_third VARCHAR(41)
)
RETURNS VARCHAR(200)
DETERMINISTIC
NO SQL
SQL SECURITY DEFINER
COMMENT 'Convert the words of a search to FULLTEXT syntax in BOOLEAN MODE.'
BEGIN
    RETURN COALESCE((
        SELECT
            -- A word that is missing from the index would be ignored.
            IF(
                MIN(
                    CHAR_LENGTH(w.prefix) > 3
                    AND w.prefix NOT IN (
                        'about%', 'are%', 'com%', 'for%', 'from%', 'how%', 'that%', 'the%',
                        'this%', 'und%', 'was%', 'what%', 'when%', 'where%', 'who%', 'will%',
                        'with%', 'www%'
                    )
                ),
                GROUP_CONCAT('+', TRIM(TRAILING '%' FROM w.prefix), '*' SEPARATOR ' '),
                ''
            ) AS words
        FROM (
            SELECT p_first AS prefix
            UNION ALL
            SELECT p_second
            UNION ALL
            SELECT p_third
        ) AS w
        WHERE w.prefix IS NOT NULL
    ), '');
END //

DELIMITER ;
