-- password_recover: mail a link for setting a new password.
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
--   CALL password_recover(NULL, 'student@example.com');

DROP PROCEDURE IF EXISTS password_recover;

DELIMITER //

CREATE PROCEDURE password_recover (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_email VARCHAR(254)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Mail a link for setting a new password.'
BEGIN
    DECLARE v_user_id BIGINT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_text('email', p_email, 254, 1, 0);

    START TRANSACTION;
    CALL _throttle_mail('recover', p_email);
    SELECT id INTO v_user_id FROM users
    WHERE email = p_email AND is_deleted = 0;
    IF v_user_id IS NOT NULL THEN
        CALL _recovery_mail(v_user_id, v_user_id, 'reset_password');
    END IF;
    COMMIT;
END //

DELIMITER ;
