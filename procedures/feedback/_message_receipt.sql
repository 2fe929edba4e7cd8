-- _message_receipt: mail a member a receipt for a message to the office.
--
-- Members only: their email address is confirmed. A visitor's address is unverified, and a receipt
-- would let anyone send mail to strangers, with text of their choice. Visitors see on
-- the page that the message was sent.
--
-- Parameters
--   p_actor_id  users.id of the sender; NULL: a visitor, who gets none
--   p_kind      contact or feedback
--   p_id        of the message
--   p_subject   subject, as text
--   p_message   the message
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
COMMENT 'Mail a member a receipt for a message to the office.'
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
