-- _mail_obstacle_of: say why a failed mail cannot be retried; NULL: it can.
--
-- Failed mail keeps no secrets: a mail with a secret link would be sent with a broken one.
-- The person requests a new one instead.
--
-- Parameters
--   p_template  mail_outbox.template
--   p_email     mail_outbox.email
-- Returns
--   a sentence; NULL: no obstacle

DROP FUNCTION IF EXISTS _mail_obstacle_of;

DELIMITER //

CREATE FUNCTION _mail_obstacle_of(
    p_template VARCHAR(60),
    p_email VARCHAR(254)
)
RETURNS VARCHAR(128)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Say why a failed mail cannot be retried.'
BEGIN
    IF
        p_template IN (
            'confirm_address', 'reset_password', 'reset_password_office', 'email_change',
            'account_deleted', 'reference_expired'
        )
    THEN
        RETURN 'This mail had a one-time link that is gone. Ask the person to request a new one.';
    END IF;
    IF EXISTS (
        SELECT 1 FROM mail_suppressions
        WHERE email = p_email
    ) THEN
        RETURN 'This address is suppressed. Use mail_suppression_remove to allow mail to it.';
    END IF;
    RETURN NULL;
END //

DELIMITER ;
