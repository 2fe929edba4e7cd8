-- _require_item: refuse if a list of a profile has no such entry.
--
-- Parameters
--   p_is_there  1: a row was found
-- Result sets
--   none
-- Errors
--   45404  no such entry

DROP PROCEDURE IF EXISTS _require_item;

DELIMITER //

CREATE PROCEDURE _require_item (IN p_is_there BOOLEAN)
NO SQL
SQL SECURITY DEFINER
COMMENT 'Refuse if a list of a profile has no such entry.'
BEGIN
    IF NOT p_is_there THEN
        SIGNAL SQLSTATE '45404'
            SET MESSAGE_TEXT = 'Entry not found in your profile. Reload the page.';
    END IF;
END //

DELIMITER ;
