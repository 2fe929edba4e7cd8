-- unsubscribe_token_new: create a token for unsubscribing without signing in.
--
-- Parameters
--   none
-- Returns
--   43 URL-safe characters: 258 random bits

DROP FUNCTION IF EXISTS unsubscribe_token_new;

DELIMITER //

CREATE FUNCTION unsubscribe_token_new()
RETURNS CHAR(43)
NO SQL
SQL SECURITY DEFINER
COMMENT 'Create a token for unsubscribing without signing in.'
BEGIN
    RETURN LEFT(REPLACE(REPLACE(TO_BASE64(RANDOM_BYTES(33)), '+', '-'), '/', '_'), 43);
END //

DELIMITER ;
