-- _require_person: the refusal of a name or an address that no person has.
--
-- Parameters
--   p_first_name  as typed
--   p_last_name   as typed
--   p_email       as typed
-- Result sets
--   none
-- Errors
--   45422  a value is unacceptable

DROP PROCEDURE IF EXISTS _require_person;

DELIMITER //

CREATE PROCEDURE _require_person (
    IN p_first_name VARCHAR(80),
    IN p_last_name VARCHAR(80),
    IN p_email VARCHAR(254)
)
NO SQL
SQL SECURITY DEFINER
COMMENT 'The refusal of a name or an address that no person has.'
BEGIN
    CALL _require_text('first_name', p_first_name, 80, 1, 0);
    CALL _require_text('last_name', p_last_name, 80, 1, 0);
    CALL _require_text('email', p_email, 254, 1, 0);
    IF NOT is_email(p_email) THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'email: Give a full address, such as name@example.com.';
    END IF;
END //

DELIMITER ;
