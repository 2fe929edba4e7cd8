-- _require_person: reject an invalid name or email address.
--
-- Parameters
--   p_first_name  as entered
--   p_last_name   as entered
--   p_email       as entered
-- Result sets
--   none
-- Errors
--   45422  invalid value

DROP PROCEDURE IF EXISTS _require_person;

DELIMITER //

CREATE PROCEDURE _require_person (
    IN p_first_name VARCHAR(80),
    IN p_last_name VARCHAR(80),
    IN p_email VARCHAR(254)
)
NO SQL
SQL SECURITY DEFINER
COMMENT 'Reject an invalid name or email address.'
BEGIN
    CALL _require_text('first_name', p_first_name, 80, 1, 0);
    CALL _require_text('last_name', p_last_name, 80, 1, 0);
    CALL _require_text('email', p_email, 254, 1, 0);
    IF NOT is_email(p_email) THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'email: Enter a full email address, such as name@example.com.';
    END IF;
END //

DELIMITER ;
