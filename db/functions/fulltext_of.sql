-- fulltext_of: the words of a search as FULLTEXT wants them in BOOLEAN MODE.
--
-- InnoDB's index has no words of one or two letters and no stopwords. A search that has one of them
-- cannot be answered by it: without the word it would find too much. Terms have no operators.
--
-- Parameters
--   p_first   a pattern from prefix_of, such as soft%; NULL: none
--   p_second  likewise
--   p_third   likewise
-- Returns
--   such as '+soft* +engineer*'; empty, which finds nothing, where the index cannot answer

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
COMMENT 'The words of a search as FULLTEXT wants them in BOOLEAN MODE.'
BEGIN
    RETURN COALESCE((
        SELECT
            -- One word that the index does not have is one word that would not be asked for.
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
