-- _require_message: who writes to the office, or the refusal of what cannot be sent.
--
-- Members write as themselves, whatever is typed.
--
-- Parameters
--   p_actor_id      users.id; NULL: a visitor
--   p_name          of a visitor; of a member it comes back as the account has it
--   p_email         likewise
--   p_message       what they write
-- Result sets
--   none
-- Errors
--   45422  a value is unacceptable

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
COMMENT 'Who writes to the office, or the refusal of what cannot be sent.'
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
            SET MESSAGE_TEXT = 'email: Give a full address, such as name@example.com.';
    END IF;
    CALL _require_text('message', p_message, 10000, 1, 1);
END //

DELIMITER ;
