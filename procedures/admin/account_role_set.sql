-- account_role_set: change the role of an account; its profiles are kept.
--
-- A student who becomes a graduate keeps skills and projects (_role_set). Permissions change with
-- the next page the person opens; they are notified by mail.
--
-- Parameters
--   p_actor_id  users.id of an admin
--   p_user_id   users.id of the account
--   p_role      admin, alumni or student
-- Result sets
--   account (one)  id, email, role, status
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45404  no such account
--   45409  the actor's own account, deleted, already in that role, without a name, or the last
--          active admin
--   45422  no such role
-- Example
--   CALL account_role_set(1, 3, 'alumni');

DROP PROCEDURE IF EXISTS account_role_set;

DELIMITER //

CREATE PROCEDURE account_role_set (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED,
    IN p_role VARCHAR(20)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Change the role of an account. | account: one'
BEGIN
    DECLARE v_role_id TINYINT UNSIGNED;
    DECLARE v_state VARCHAR(10);
    DECLARE v_new_role_id TINYINT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_admin(p_actor_id);
    CALL _require_role(p_role, v_new_role_id);

    START TRANSACTION;
    CALL _account_pair_lock(p_actor_id, p_user_id, v_role_id, v_state);
    IF v_state = 'deleted' THEN
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = 'This account is deleted. Restore it first.';
    END IF;
    IF v_role_id = v_new_role_id THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'role: The account already has this role. Choose another one.';
    END IF;
    CALL _require_other_admin(p_user_id, v_role_id);
    CALL _role_set(p_actor_id, p_user_id, p_role, 'account_role_set');
    CALL _queue_mail(
        p_actor_id, p_user_id, 'role_changed', JSON_OBJECT('role', p_role),
        CONCAT('role_changed:', LAST_INSERT_ID())
    );
    COMMIT;

    CALL _account_read(p_user_id);
END //

DELIMITER ;
