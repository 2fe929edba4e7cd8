-- _require_about_item: reject a missing or outdated item of the About page.
--
-- Parameters
--   p_revision   the item's revision; NULL: the item does not exist
--   p_expected   revision that the editor saw; NULL: do not check
-- Result sets
--   none
-- Errors
--   45404  no such item on the draft
--   45409  the item has changed since

DROP PROCEDURE IF EXISTS _require_about_item;

DELIMITER //

CREATE PROCEDURE _require_about_item (
    IN p_revision INT UNSIGNED,
    IN p_expected INT UNSIGNED
)
NO SQL
SQL SECURITY DEFINER
COMMENT 'Reject a missing or outdated item of the About page.'
BEGIN
    IF p_revision IS NULL THEN
        SIGNAL SQLSTATE '45404'
            SET MESSAGE_TEXT = 'Item not found. It may have been removed from the page.';
    ELSEIF p_expected <> p_revision THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'Someone else changed this. Reload the page and try again.';
    END IF;
END //

DELIMITER ;
