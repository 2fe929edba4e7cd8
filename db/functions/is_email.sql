-- is_email: check whether a text looks like an email address.
--
-- Only the confirmation mail proves an address; this rejects impossible ones. ASCII only, as in
-- browsers: addresses that differ in an accent would be one account. Nothing that looks like an
-- encoded word (RFC 2047): mail programs decode it to another person's address.
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
COMMENT 'Check whether a text looks like an email address.'
BEGIN
    -- A local part with dots between words, at most 64 characters; then labels, the last not a
    -- number.
    RETURN REGEXP_LIKE(
        p_text,
        CONCAT(
            '^(?=[^@]{1,64}@)(?!.*=[?])[A-Za-z0-9_!#$%&''*+/=?^`{|}~-]+',
            '(\\.[A-Za-z0-9_!#$%&''*+/=?^`{|}~-]+)*@',
            '([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\\.)+[A-Za-z]([A-Za-z0-9-]*[A-Za-z0-9])\\z'
        ),
        'c'
    );
END //

DELIMITER ;
