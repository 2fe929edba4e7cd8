-- _require_link: reject anything but a web address.
--
-- Parameters
--   p_field  name of the parameter without p_, for the message
--   p_url    the link; NULL: none
-- Result sets
--   none
-- Errors
--   45422  not a web address, or longer than 300 characters

DROP PROCEDURE IF EXISTS _require_link;

DELIMITER //

CREATE PROCEDURE _require_link (
    IN p_field VARCHAR(40),
    IN p_url VARCHAR(1000)
)
NO SQL
SQL SECURITY DEFINER
COMMENT 'Reject anything but a web address.'
BEGIN
    DECLARE v_message VARCHAR(128);

    CALL _require_text(p_field, p_url, 300, 0, 0);
    IF NOT is_web_address(p_url) THEN
        SET v_message = CONCAT(p_field, ': Enter a link that begins with https:// or http://.');
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = v_message;
    END IF;
END //

DELIMITER ;
