-- sign_in_refusal_of: why an account may not sign in, and what to do.
--
-- To be told after the password was right only, so that strangers learn nothing.
--
-- Parameters
--   p_user_id  users.id
-- Returns
--   a sentence for the person; NULL where the account may sign in

DROP FUNCTION IF EXISTS sign_in_refusal_of;

DELIMITER //

CREATE FUNCTION sign_in_refusal_of(p_user_id BIGINT UNSIGNED)
RETURNS VARCHAR(128)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Why an account may not sign in, NULL where it may.'
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
                    THEN 'Confirm your address first: open the link in the mail that we sent you.'
                WHEN status = 'pending'
                    THEN 'Your account waits for approval by the alumni office.'
            END
        FROM users
        WHERE id = p_user_id
    );
END //

DELIMITER ;
