-- account_erase_now: erase an account immediately, after its email address was typed.
--
-- This cannot be undone. For people who request it, whether or not they have deleted the account
-- themselves.
--
-- Parameters
--   p_actor_id  users.id of an admin
--   p_user_id   users.id of the account
--   p_email     its email address, typed as confirmation
-- Result sets
--   erasure (one)  user_id, erased_at
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45404  no such account
--   45409  the actor's own account, or the last active admin
--   45422  the email address is not the account's
-- Example
--   CALL account_erase_now(1, 3, 'student@example.com');

DROP PROCEDURE IF EXISTS account_erase_now;

DELIMITER //

CREATE PROCEDURE account_erase_now (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED,
    IN p_email VARCHAR(254)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Erase an account immediately, after its email address was typed. | erasure: one'
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

    START TRANSACTION;
    CALL _account_pair_lock(p_actor_id, p_user_id, v_role_id, v_state);
    SELECT email INTO v_email
    FROM users
    WHERE id = p_user_id
    FOR UPDATE;
    IF NOT v_email <=> p_email THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'email: Type the email address of the account you want to erase.';
    END IF;
    IF v_state <> 'deleted' THEN
        CALL _account_deleted(p_actor_id, p_user_id, 'account_erase_now', 0);
    END IF;
    SET @person_id = NULL;
    CALL _account_erase(p_actor_id, p_user_id, 'account_erase_now');
    COMMIT;

    SELECT
        id AS user_id,
        erased_at
    FROM users
    WHERE id = p_user_id;
END //

DELIMITER ;
