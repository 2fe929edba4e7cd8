-- _require_link: the refusal of what is no address of the web.
--
-- Parameters
--   p_field  name of the parameter without p_, for the message
--   p_url    the address; NULL: none
-- Result sets
--   none
-- Errors
--   45422  it is none, or longer than 300 characters

DROP PROCEDURE IF EXISTS _require_link;

DELIMITER //

CREATE PROCEDURE _require_link (
    IN p_field VARCHAR(40),
    IN p_url VARCHAR(1000)
)
NO SQL
SQL SECURITY DEFINER
COMMENT 'The refusal of what is no address of the web.'
BEGIN
    DECLARE v_message VARCHAR(128);

    CALL _require_text(p_field, p_url, 300, 0, 0);
    IF NOT is_web_address(p_url) THEN
        SET v_message = CONCAT(p_field, ': Give an address that begins with https:// or http://.');
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = v_message;
    END IF;
END //

DELIMITER ;
