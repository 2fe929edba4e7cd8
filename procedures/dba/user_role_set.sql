-- user_role_set: change the role of an account; its profiles are kept.
--
-- Parameters
--   p_actor_id  users.id of an admin; NULL: the DBA
--   p_email     email address of the account
--   p_role      admin, alumni or student
-- Result sets
--   account (one)  id, email, role, status
-- Errors
--   45401  the actor may not act
--   45403  the actor is not an admin
--   45404  no such account
--   45409  the account has no profile to take the name from, or it is the last active admin
--   45422  no such role
-- Example
--   CALL user_role_set(NULL, 'alumni@example.com', 'alumni');

DROP PROCEDURE IF EXISTS user_role_set;

DELIMITER //

CREATE PROCEDURE user_role_set (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_email VARCHAR(254),
    IN p_role VARCHAR(20)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Change the role of an account; its profiles are kept. | account: one'
BEGIN
    DECLARE v_user_id BIGINT UNSIGNED;
    DECLARE v_role_id TINYINT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the lock.
    CALL _require_dba(p_actor_id);
    CALL _require_role(p_role, v_role_id);

    START TRANSACTION;
    CALL _account_lock(p_email, v_user_id);
    IF p_role <> 'admin' THEN
        SELECT role_id INTO v_role_id
        FROM users
        WHERE id = v_user_id
        FOR UPDATE;
        CALL _require_other_admin(v_user_id, v_role_id);
    END IF;
    CALL _role_set(p_actor_id, v_user_id, p_role, 'user_role_set');
    COMMIT;

    CALL _account_read(v_user_id);
END //

DELIMITER ;
