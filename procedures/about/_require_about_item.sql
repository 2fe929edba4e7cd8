-- _require_about_item: the refusal of something on the page that is not there, or was changed.
--
-- Parameters
--   p_revision   the item's revision; NULL: there is no such item
--   p_expected   what the editor saw; NULL: whatever it is
-- Result sets
--   none
-- Errors
--   45404  no such thing on the draft
--   45409  somebody changed it meanwhile

DROP PROCEDURE IF EXISTS _require_about_item;

DELIMITER //

CREATE PROCEDURE _require_about_item (
    IN p_revision INT UNSIGNED,
    IN p_expected INT UNSIGNED
)
NO SQL
SQL SECURITY DEFINER
COMMENT 'The refusal of something on the page that is not there, or was changed.'
BEGIN
    IF p_revision IS NULL THEN
        SIGNAL SQLSTATE '45404'
            SET MESSAGE_TEXT = 'This is not on the page (any more).';
    ELSEIF p_expected <> p_revision THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'Somebody changed this meanwhile. Load it again before you save.';
    END IF;
END //

DELIMITER ;
