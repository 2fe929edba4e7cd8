-- _message_throttle: count a message to the office, or refuse it because there were too many.
--
-- Parameters
--   p_kind   contact or feedback
--   p_email  email address of the sender
-- Result sets
--   none
-- Errors
--   45429  too many messages; the message says how many seconds to wait

DROP PROCEDURE IF EXISTS _message_throttle;

DELIMITER //

CREATE PROCEDURE _message_throttle (
    IN p_kind VARCHAR(20),
    IN p_email VARCHAR(254)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Count a message to the office, or refuse it because there were too many.'
BEGIN
    CALL _throttle(p_kind, 'account', p_email, setting_of('messages_per_account'), 3600);
    CALL _throttle(
        p_kind, 'address', @client_address, setting_of('messages_per_address'), 3600
    );
END //

DELIMITER ;
