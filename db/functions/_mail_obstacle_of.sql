-- _mail_obstacle_of: why a mail that was given up cannot be sent again; NULL: it can.
--
-- What was given up keeps no secrets: a mail whose words are one would go out with a link that
-- leads nowhere. Its person asks for another one.
--
-- Parameters
--   p_template  mail_outbox.template
--   p_email     mail_outbox.email
-- Returns
--   a sentence; NULL: nothing stands in the way

DROP FUNCTION IF EXISTS _mail_obstacle_of;

DELIMITER //

CREATE FUNCTION _mail_obstacle_of(
    p_template VARCHAR(60),
    p_email VARCHAR(254)
)
RETURNS VARCHAR(128)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Why a mail that was given up cannot be sent again.'
BEGIN
    IF
        p_template IN (
            'confirm_address', 'reset_password', 'reset_password_office', 'email_change',
            'account_deleted', 'reference_expired'
        )
    THEN
        RETURN 'What this mail had to say was for once and is gone: its person asks for another.';
    END IF;
    IF EXISTS (
        SELECT 1 FROM mail_suppressions
        WHERE email = p_email
    ) THEN
        RETURN 'No mail goes to this address any more; see mail_suppression_remove.';
    END IF;
    RETURN NULL;
END //

DELIMITER ;
