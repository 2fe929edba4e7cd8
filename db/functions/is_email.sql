-- is_email: whether a text looks like an address that mail can be sent to.
--
-- Only the confirming mail proves an address; this catches what can never be one.
--
-- Parameters
--   p_text  the address
-- Returns
--   1 or 0; NULL for NULL

DROP FUNCTION IF EXISTS is_email;

DELIMITER //

CREATE FUNCTION is_email(p_text VARCHAR(254))
RETURNS BOOLEAN
DETERMINISTIC
NO SQL
SQL SECURITY DEFINER
COMMENT 'Whether a text looks like an address that mail can be sent to.'
BEGIN
    RETURN REGEXP_LIKE(
        p_text,
        '^[^\\s@<>(),;:"\\\\\\[\\]\\p{C}]{1,64}@([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}$',
        'i'
    );
END //

DELIMITER ;
