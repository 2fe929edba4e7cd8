-- _require_may_sign_in: the refusal of an account that may not sign in, with what to do.
--
-- Called after the password was right only, so that it tells nothing to strangers.
--
-- Parameters
--   p_user_id  users.id
-- Result sets
--   none
-- Errors
--   45403  the account is unconfirmed, waits for approval, is rejected or blocked

DROP PROCEDURE IF EXISTS _require_may_sign_in;

DELIMITER //

CREATE PROCEDURE _require_may_sign_in (IN p_user_id BIGINT UNSIGNED)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'The refusal of an account that may not sign in, with what to do.'
BEGIN
    DECLARE v_message VARCHAR(128);

    SELECT
        CASE
            WHEN status = 'rejected'
                THEN
                    CONCAT(
                        'Your account was not approved', COALESCE(CONCAT(': ', status_reason), '.')
                    )
            WHEN status = 'blocked'
                THEN CONCAT('Your account is blocked', COALESCE(CONCAT(': ', status_reason), '.'))
            WHEN email_verified_at IS NULL
                THEN 'Confirm your address first: open the link in the mail that we sent you.'
            WHEN status = 'pending'
                THEN 'Your account waits for the approval of the alumni office.'
        END
    INTO v_message
    FROM users
    WHERE id = p_user_id;
    IF v_message IS NOT NULL THEN
        SIGNAL SQLSTATE '45403' SET MESSAGE_TEXT = v_message;
    END IF;
END //

DELIMITER ;
