-- unsubscribe_token_new: what ends mails without signing in, made up anew.
--
-- Parameters
--   none
-- Returns
--   43 characters that an address can hold: 258 random bits

DROP FUNCTION IF EXISTS unsubscribe_token_new;

DELIMITER //

CREATE FUNCTION unsubscribe_token_new()
RETURNS CHAR(43)
NO SQL
SQL SECURITY DEFINER
COMMENT 'What ends mails without signing in, made up anew.'
BEGIN
    RETURN LEFT(REPLACE(REPLACE(TO_BASE64(RANDOM_BYTES(33)), '+', '-'), '/', '_'), 43);
END //

DELIMITER ;
