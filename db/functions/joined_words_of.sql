-- joined_words_of: join the words of a text: de Souza is found as desouza.
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
COMMENT 'Join the words of a text.'
BEGIN
    RETURN REPLACE(search_words_of(p_text), ' ', '');
END //

DELIMITER ;
