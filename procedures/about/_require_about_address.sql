-- _require_about_address: reject a link that is neither a path of this site nor a web address.
--
-- Parameters
--   p_field        name of the parameter without p_, for the message
--   p_url          a path of this site or a web address; NULL: none
--   p_is_required  1: the value is required
-- Result sets
--   none
-- Errors
--   45422  invalid value

DROP PROCEDURE IF EXISTS _require_about_address;

DELIMITER //

CREATE PROCEDURE _require_about_address (
    IN p_field VARCHAR(40),
    IN p_url VARCHAR(300),
    IN p_is_required BOOLEAN
)
NO SQL
SQL SECURITY DEFINER
COMMENT 'Reject a link that is neither a path of this site nor a web address.'
BEGIN
    DECLARE v_message VARCHAR(128);

    CALL _require_text(p_field, p_url, 300, p_is_required, 0);
    IF NOT is_page_address(p_url) THEN
        SET v_message = CONCAT(p_field, ': Enter a path such as /jobs, or a link with https://');
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = v_message;
    END IF;
END //

DELIMITER ;
