-- _require_cursor: reject a cursor that is not from a page of the list.
--
-- Parameters
--   p_after  next_after of the previous page: an id; NULL: the first page
-- Result sets
--   none
-- Errors
--   45400  p_after is not a cursor of this list

DROP PROCEDURE IF EXISTS _require_cursor;

DELIMITER //

CREATE PROCEDURE _require_cursor (IN p_after VARCHAR(200))
NO SQL
SQL SECURITY DEFINER
COMMENT 'Reject a cursor that is not from a page of the list.'
BEGIN
    IF NOT REGEXP_LIKE(COALESCE(p_after, '0'), '^[0-9]{1,19}$') THEN
        SIGNAL SQLSTATE '45400'
            SET MESSAGE_TEXT = 'This page link is not valid. Go back to the first page.';
    END IF;
END //

DELIMITER ;
