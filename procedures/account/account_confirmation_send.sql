-- account_confirmation_send: mail a new confirmation link.
--
-- The answer is the same whether or not the account exists.
--
-- Parameters
--   p_actor_id  not used
--   p_email     email address of the account
-- Result sets
--   none
-- Errors
--   45422  no email address
--   45429  too many links requested
-- Example
--   CALL account_confirmation_send(NULL, 'student@example.com');

DROP PROCEDURE IF EXISTS account_confirmation_send;

DELIMITER //

CREATE PROCEDURE account_confirmation_send (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_email VARCHAR(254)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Mail a new confirmation link.'
BEGIN
    DECLARE v_user_id BIGINT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_text('email', p_email, 254, 1, 0);

    START TRANSACTION;
    CALL _throttle_mail('confirm', p_email);
    SELECT id INTO v_user_id
    FROM users
    WHERE
        email = p_email AND status = 'pending' AND email_verified_at IS NULL
        AND is_deleted = 0;
    IF v_user_id IS NOT NULL THEN
        CALL _confirmation_mail(v_user_id);
    END IF;
    COMMIT;
END //

DELIMITER ;
