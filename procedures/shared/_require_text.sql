-- _require_text: reject a text that is missing, too long or not plain.
--
-- Parameters
--   p_field         name of the parameter without p_, for the message
--   p_text          the value; NULL and blanks are missing
--   p_most          maximum number of characters
--   p_is_required   1: the text is required
--   p_is_multiline  1: tabs and line breaks are allowed
-- Result sets
--   none
-- Errors
--   45422  invalid value

DROP PROCEDURE IF EXISTS _require_text;

DELIMITER //

CREATE PROCEDURE _require_text (
    IN p_field VARCHAR(40),
    IN p_text MEDIUMTEXT,
    IN p_most INT UNSIGNED,
    IN p_is_required BOOLEAN,
    IN p_is_multiline BOOLEAN
)
NO SQL
SQL SECURITY DEFINER
COMMENT 'Reject a text that is missing, too long or not plain.'
BEGIN
    DECLARE v_message VARCHAR(128);

    -- Unicode spaces and invisible characters alone count as empty.
    IF p_is_required AND NOT REGEXP_LIKE(COALESCE(p_text, ''), '[^\\s\\p{Z}\\p{Cf}]') THEN
        SET v_message = CONCAT(p_field, ': Please fill this in.');
    ELSEIF CHAR_LENGTH(p_text) > p_most THEN
        SET v_message = CONCAT(p_field, ': Use at most ', FORMAT(p_most, 0), ' characters.');
    ELSEIF NOT is_plain_text(p_text, p_is_multiline) THEN
        SET v_message = CONCAT(p_field, ': Remove control characters.');
    END IF;
    IF v_message IS NOT NULL THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = v_message;
    END IF;
END //

DELIMITER ;
