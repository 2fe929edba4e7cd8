-- _require_message: identify the sender of a message to the office, or reject invalid values.
--
-- Members write under their own name, whatever they enter.
--
-- Parameters
--   p_actor_id      users.id; NULL: a visitor
--   p_name          of a visitor; for a member, set to the name of the account
--   p_email         likewise
--   p_message       the message
-- Result sets
--   none
-- Errors
--   45422  invalid value

DROP PROCEDURE IF EXISTS _require_message;

DELIMITER //

CREATE PROCEDURE _require_message (
    IN p_actor_id BIGINT UNSIGNED,
    INOUT p_name VARCHAR(161),
    INOUT p_email VARCHAR(254),
    IN p_message MEDIUMTEXT
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Identify the sender of a message to the office, or reject invalid values.'
BEGIN
    IF p_actor_id IS NOT NULL THEN
        SELECT
            email,
            LEFT(name_of(id), 160)
        INTO p_email, p_name
        FROM users
        WHERE id = p_actor_id;
    END IF;
    CALL _require_text('name', p_name, 160, 1, 0);
    CALL _require_text('email', p_email, 254, 1, 0);
    IF NOT is_email(p_email) THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'email: Enter a full email address, such as name@example.com.';
    END IF;
    CALL _require_text('message', p_message, 10000, 1, 1);
END //

DELIMITER ;
