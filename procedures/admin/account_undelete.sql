-- account_undelete: restore a deleted account at its owner's request.
--
-- Possible until it is erased; everything is as before, and the owner is notified by mail.
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
--   45409  the actor's own account, or not deleted
-- Example
--   CALL account_delete(3);
--   CALL account_undelete(1, 3);

DROP PROCEDURE IF EXISTS account_undelete;

DELIMITER //

CREATE PROCEDURE account_undelete (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Restore a deleted account. | account: one'
BEGIN
    DECLARE v_role_id TINYINT UNSIGNED;
    DECLARE v_state VARCHAR(10);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_admin(p_actor_id);

    START TRANSACTION;
    CALL _account_pair_lock(p_actor_id, p_user_id, v_role_id, v_state);
    IF v_state <> 'deleted' THEN
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = 'This account is not deleted. Reload the page.';
    END IF;
    CALL _account_restored(p_actor_id, p_user_id, 'account_undelete');
    COMMIT;

    CALL _account_read(p_user_id);
END //

DELIMITER ;
