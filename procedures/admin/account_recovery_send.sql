-- account_recovery_send: mail a person a link for setting a new password.
--
-- The office never sees a password. The old password works until the link is used.
--
-- Parameters
--   p_actor_id  users.id of an admin
--   p_user_id   users.id of the account
-- Result sets
--   account (one)  id, email, role, status
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45404  no such account
--   45409  the actor's own account, or it may not sign in
--   45429  too many links sent
-- Example
--   CALL account_recovery_send(1, 3);

DROP PROCEDURE IF EXISTS account_recovery_send;

DELIMITER //

CREATE PROCEDURE account_recovery_send (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Mail a person a link for setting a new password. | account: one'
BEGIN
    DECLARE v_role_id TINYINT UNSIGNED;
    DECLARE v_state VARCHAR(10);
    DECLARE v_email VARCHAR(254);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_admin(p_actor_id);
    SELECT email INTO v_email
    FROM users
    WHERE id = p_user_id;

    START TRANSACTION;
    -- Throttles first, then the account: signing in locks them in the same order.
    CALL _throttle('recover', 'account', v_email, setting_of('mails_per_account'), 3600);
    CALL _account_pair_lock(p_actor_id, p_user_id, v_role_id, v_state);
    IF v_state NOT IN ('active', 'pending') THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'This account can''t sign in. Restore or unblock it first.';
    END IF;
    CALL _recovery_mail(p_actor_id, p_user_id, 'reset_password_office');
    CALL _audit(p_actor_id, 'account_recovery_send', 'users', p_user_id, NULL, NULL);
    COMMIT;

    CALL _account_read(p_user_id);
END //

DELIMITER ;
