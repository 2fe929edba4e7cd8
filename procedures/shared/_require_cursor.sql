-- _require_cursor: the refusal of a place in a list that no page has given out.
--
-- Parameters
--   p_after  next_after of the page before: an id; NULL: the first page
-- Result sets
--   none
-- Errors
--   45400  it is not from a page before

DROP PROCEDURE IF EXISTS _require_cursor;

DELIMITER //

CREATE PROCEDURE _require_cursor (IN p_after VARCHAR(200))
NO SQL
SQL SECURITY DEFINER
COMMENT 'The refusal of a place in a list that no page has given out.'
BEGIN
    IF NOT REGEXP_LIKE(COALESCE(p_after, '0'), '^[0-9]{1,19}$') THEN
        SIGNAL SQLSTATE '45400'
            SET MESSAGE_TEXT = 'This page does not belong to the list. Begin with the first page.';
    END IF;
END //

DELIMITER ;
