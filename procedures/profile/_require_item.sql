-- _require_item: the refusal where a list of a profile has no such entry.
--
-- Parameters
--   p_is_there  whether a row was found
-- Result sets
--   none
-- Errors
--   45404  there is none

DROP PROCEDURE IF EXISTS _require_item;

DELIMITER //

CREATE PROCEDURE _require_item (IN p_is_there BOOLEAN)
NO SQL
SQL SECURITY DEFINER
COMMENT 'The refusal where a list of a profile has no such entry.'
BEGIN
    IF NOT p_is_there THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'There is no such entry in your profile.';
    END IF;
END //

DELIMITER ;
