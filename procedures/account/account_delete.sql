-- account_delete: leave. The account disappears at once and can come back for a while.
--
-- Sessions end, open postings close, links that wait are void; a mail brings the link to come back.
-- After restore_days everything personal is erased (ev_erase_accounts).
--
-- Parameters
--   p_actor_id  users.id
-- Result sets
--   deletion (one)  restorable_until
-- Errors
--   45401  nobody is signed in
--   45409  nobody else could run the office
-- Example
--   CALL account_delete(3);

DROP PROCEDURE IF EXISTS account_delete;

DELIMITER //

CREATE PROCEDURE account_delete (IN p_actor_id BIGINT UNSIGNED)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Leave; the account can come back for a while. | deletion: one'
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
