-- sign_in_refusal_of: say why an account may not sign in, and what to do.
--
-- Shown only after a correct password, so that strangers learn nothing.
--
-- Parameters
--   p_user_id  users.id
-- Returns
--   a sentence for the person; NULL if the account may sign in

DROP FUNCTION IF EXISTS sign_in_refusal_of;

DELIMITER //

CREATE FUNCTION sign_in_refusal_of(p_user_id BIGINT UNSIGNED)
RETURNS VARCHAR(128)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Say why an account may not sign in, NULL if it may.'
BEGIN
    RETURN (
        SELECT
            CASE
                WHEN status = 'rejected'
                    THEN LEFT(
                        CONCAT(
                            'Your account was not approved',
                            COALESCE(CONCAT(': ', status_reason), '.')
                        ),
                        128
                    )
                WHEN status = 'blocked'
                    THEN LEFT(
                        CONCAT(
                            'Your account is blocked', COALESCE(CONCAT(': ', status_reason), '.')
                        ),
                        128
                    )
                WHEN email_verified_at IS NULL
                    THEN 'Confirm your email address first: open the link in the mail we sent you.'
                WHEN status = 'pending'
                    THEN 'Your account is waiting for approval by the alumni office.'
            END
        FROM users
        WHERE id = p_user_id
    );
END //

DELIMITER ;
