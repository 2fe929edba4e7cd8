-- account_delete: delete your account. It disappears immediately and can be restored for a while.
--
-- Sessions end, open job postings close, and pending links become invalid. A mail has the link for
-- restoring the account. After restore_days all personal data is erased (ev_erase_accounts).
--
-- Parameters
--   p_actor_id  users.id
-- Result sets
--   deletion (one)  restorable_until
-- Errors
--   45401  not signed in
--   45409  the account is the last active admin
-- Example
--   CALL account_delete(3);

DROP PROCEDURE IF EXISTS account_delete;

DELIMITER //

CREATE PROCEDURE account_delete (IN p_actor_id BIGINT UNSIGNED)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Delete your account; it can be restored for a while. | deletion: one'
BEGIN
    DECLARE v_until DATETIME;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    CALL _account_deleted(p_actor_id, p_actor_id, 'account_delete', 1);
    COMMIT;

    SELECT restorable_until_of(deleted_at) INTO v_until
    FROM users
    WHERE id = p_actor_id;
    SELECT v_until AS restorable_until;
END //

DELIMITER ;
