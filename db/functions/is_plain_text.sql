-- is_plain_text: check whether a text is free of control characters.
--
-- Tabs and line breaks are text; other control characters (NUL, escape sequences) are not typed on
-- a keyboard and break mails, logs and terminals. Direction overrides make a text look like
-- something else.
--
-- Parameters
--   p_text           NULL is plain
--   p_is_multiline   0: tabs and line breaks are rejected as well
-- Returns
--   1 or 0

DROP FUNCTION IF EXISTS is_plain_text;

DELIMITER //

CREATE FUNCTION is_plain_text(p_text MEDIUMTEXT, p_is_multiline BOOLEAN)
RETURNS BOOLEAN
DETERMINISTIC
NO SQL
SQL SECURITY DEFINER
COMMENT 'Check whether a text is free of control characters.'
BEGIN
    RETURN p_text IS NULL OR NOT REGEXP_LIKE(
        p_text,
        CONCAT(
            '[\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}\\x{7F}',
            IF(
                p_is_multiline,
                '\\x{0}-\\x{8}\\x{B}\\x{C}\\x{E}-\\x{1F}]',
                '\\x{0}-\\x{1F}\\x{85}\\x{2028}\\x{2029}]'
            )
        )
    );
END //

DELIMITER ;
