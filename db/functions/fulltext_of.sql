-- fulltext_of: the words of a search as FULLTEXT wants them in BOOLEAN MODE.
--
-- InnoDB's index has no words of one or two letters and no stopwords; one of them in a search that
-- asks for all words finds nothing, so they are left out. Terms have no operators in them.
--
-- Parameters
--   p_first   a pattern from prefix_of, such as soft%; NULL: none
--   p_second  likewise
--   p_third   likewise
-- Returns
--   such as '+soft* +engineer*'; empty where nothing is left, which finds nothing

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
        SELECT GROUP_CONCAT('+', TRIM(TRAILING '%' FROM w.prefix), '*' SEPARATOR ' ')
        FROM (
            SELECT p_first AS prefix
            UNION ALL
            SELECT p_second
            UNION ALL
            SELECT p_third
        ) AS w
        WHERE
            CHAR_LENGTH(w.prefix) > 3
            AND w.prefix NOT IN (
                'about%', 'are%', 'com%', 'for%', 'from%', 'how%', 'that%', 'the%', 'this%',
                'und%', 'was%', 'what%', 'when%', 'where%', 'who%', 'will%', 'with%', 'www%'
            )
    ), '');
END //

DELIMITER ;
