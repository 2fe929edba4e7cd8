-- _announcement_pins_lock: lock the positions of pinned announcements, before any announcement.
--
-- Writing a position locks the announcement it refers to (foreign key), so positions are locked
-- first: anyone who may write them locks them before the row of an announcement.
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
COMMENT 'Lock the positions of pinned announcements, before any announcement.'
BEGIN
    DECLARE v_changed_at DATETIME;

    -- A column without another index: the rows are locked in the order of their positions.
    SELECT MAX(updated_at) INTO v_changed_at
    FROM announcement_pins
    FOR UPDATE;
END //

DELIMITER ;
