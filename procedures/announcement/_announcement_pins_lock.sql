-- _announcement_pins_lock: lock the places of pinned announcements, before any announcement.
--
-- Writing a place locks the announcement on it (its foreign key), so the places come first: whoever
-- may write them takes them before the row of an announcement.
--
-- Parameters
--   none
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _announcement_pins_lock;

DELIMITER //

CREATE PROCEDURE _announcement_pins_lock ()
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Lock the places of pinned announcements, before any announcement.'
BEGIN
    DECLARE v_changed_at DATETIME;

    -- A column that no other index has: the rows are taken in the order of their places.
    SELECT MAX(updated_at) INTO v_changed_at
    FROM announcement_pins
    FOR UPDATE;
END //

DELIMITER ;
