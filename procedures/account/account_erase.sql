-- account_erase: erase an account immediately, at its owner's request to the office.
--
-- Parameters
--   p_actor_id  users.id of an admin
--   p_user_id   users.id of the account, deleted or not; erasing it twice has no effect
-- Result sets
--   erasure (one)  user_id, erased_at
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45404  no such account
--   45409  the actor's own account, or the last active admin
-- Example
--   CALL account_erase(1, 3);

DROP PROCEDURE IF EXISTS account_erase;

DELIMITER //

CREATE PROCEDURE account_erase (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Erase an account immediately. | erasure: one'
BEGIN
    DECLARE v_is_deleted BOOLEAN;
    DECLARE v_erased_at DATETIME;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_admin(p_actor_id);
    IF p_user_id = p_actor_id THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'You can''t erase your own account. Delete it in your settings.';
    END IF;

    START TRANSACTION;
    SELECT
        is_deleted,
        erased_at
    INTO v_is_deleted, v_erased_at
    FROM users
    WHERE id = p_user_id
    FOR UPDATE;
    IF v_is_deleted IS NULL THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Account not found.';
    END IF;
    IF NOT v_is_deleted THEN
        CALL _account_deleted(p_actor_id, p_user_id, 'account_erase', 0);
    END IF;
    IF v_erased_at IS NULL THEN
        SET @person_id = NULL;
        CALL _account_erase(p_actor_id, p_user_id, 'account_erase');
    END IF;
    COMMIT;

    SELECT
        id AS user_id,
        erased_at
    FROM users
    WHERE id = p_user_id;
END //

DELIMITER ;
