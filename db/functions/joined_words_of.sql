-- joined_words_of: the words of a text as one: de Souza is found as desouza.
--
-- Parameters
--   p_text  a name
-- Returns
--   the folded words without blanks between them

DROP FUNCTION IF EXISTS joined_words_of;

DELIMITER //

CREATE FUNCTION joined_words_of(p_text VARCHAR(400))
RETURNS VARCHAR(400)
DETERMINISTIC
NO SQL
SQL SECURITY DEFINER
COMMENT 'The words of a text as one.'
BEGIN
    RETURN REPLACE(search_words_of(p_text), ' ', '');
END //

DELIMITER ;
