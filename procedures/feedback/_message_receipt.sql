-- _message_receipt: tell a member by mail that the office has a message.
--
-- Members only: their address is confirmed. A visitor's is only what somebody typed, and a receipt
-- to it would let anybody make us write to strangers, with words of their choice. Visitors read on
-- the page that the message has arrived.
--
-- Parameters
--   p_actor_id  users.id of the sender; NULL: a visitor, who gets none
--   p_kind      contact or feedback
--   p_id        of the message
--   p_subject   what it is about, in words
--   p_message   what was written
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _message_receipt;

DELIMITER //

CREATE PROCEDURE _message_receipt (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_kind VARCHAR(20),
    IN p_id BIGINT UNSIGNED,
    IN p_subject VARCHAR(150),
    IN p_message MEDIUMTEXT
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Tell a member by mail that the office has a message.'
BEGIN
    IF p_actor_id IS NOT NULL THEN
        CALL _queue_mail(
            p_actor_id, p_actor_id, 'message_received',
            JSON_OBJECT('subject', p_subject, 'message', p_message),
            CONCAT('message_received:', p_kind, ':', p_id)
        );
    END IF;
END //

DELIMITER ;
