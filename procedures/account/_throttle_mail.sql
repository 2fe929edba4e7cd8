-- _throttle_mail: count a request for a link, or refuse it.
--
-- Parameters
--   p_kind   recover or confirm
--   p_email  email address of the account
-- Result sets
--   none
-- Errors
--   45429  too many links requested

DROP PROCEDURE IF EXISTS _throttle_mail;

DELIMITER //

CREATE PROCEDURE _throttle_mail (
    IN p_kind VARCHAR(20),
    IN p_email VARCHAR(254)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Count a request for a link, or refuse it.'
BEGIN
    CALL _throttle(p_kind, 'account', p_email, setting_of('mails_per_account'), 3600);
    CALL _throttle(p_kind, 'address', @client_address, setting_of('mails_per_address'), 3600);
END //

DELIMITER ;
