-- _require_room: the refusal of one more where a list is long enough.
--
-- Parameters
--   p_count  how many there are
--   p_most   how many there may be
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
COMMENT 'The refusal of one more where a list is long enough.'
BEGIN
    DECLARE v_message VARCHAR(128);

    IF p_count >= p_most THEN
        SET v_message = CONCAT('There are ', p_most, ' already. Remove one first.');
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = v_message;
    END IF;
END //

DELIMITER ;
