-- check_in_code_new: create a random code for a ticket, 22 letters and digits, - and _.
--
-- Returns
--   128 random bits as text

DROP FUNCTION IF EXISTS check_in_code_new;

DELIMITER //

CREATE FUNCTION check_in_code_new()
RETURNS CHAR(22)
NO SQL
SQL SECURITY DEFINER
COMMENT 'Create a random code for a ticket.'
BEGIN
    RETURN REPLACE(REPLACE(LEFT(TO_BASE64(RANDOM_BYTES(16)), 22), '+', '-'), '/', '_');
END //

DELIMITER ;
