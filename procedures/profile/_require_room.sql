-- _require_room: refuse one more entry if a list is full.
--
-- Parameters
--   p_count  current number of entries
--   p_most   maximum number of entries
-- Result sets
--   none
-- Errors
--   45409  the list is full

DROP PROCEDURE IF EXISTS _require_room;

DELIMITER //

CREATE PROCEDURE _require_room (
    IN p_count INT UNSIGNED,
    IN p_most INT UNSIGNED
)
NO SQL
SQL SECURITY DEFINER
COMMENT 'Refuse one more entry if a list is full.'
BEGIN
    DECLARE v_message VARCHAR(128);

    IF p_count >= p_most THEN
        SET v_message = CONCAT('You can add up to ', p_most, ' entries. Remove one first.');
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = v_message;
    END IF;
END //

DELIMITER ;
