-- user_role_set: change what an account is; profiles that it has are kept.
--
-- Parameters
--   p_actor_id  users.id of an admin; NULL: the DBA
--   p_email     address of the account
--   p_role      admin, alumni or student
-- Result sets
--   account (one)  id, email, role, status
-- Errors
--   45401  the actor may not act
--   45403  the actor is no admin
--   45404  no such account
--   45409  the account has no profile to take the name from
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
COMMENT 'Change what an account is; profiles that it has are kept. | account: one'
BEGIN
    DECLARE v_user_id BIGINT UNSIGNED;
    DECLARE v_role_id TINYINT UNSIGNED;
    DECLARE v_role_before VARCHAR(20);
    DECLARE v_first_name VARCHAR(80);
    DECLARE v_last_name VARCHAR(80);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    CALL _require_dba(p_actor_id);
    CALL _require_role(p_role, v_role_id);
    CALL _account_lock(p_email, v_user_id);

    SELECT
        role,
        first_name,
        last_name
    INTO v_role_before, v_first_name, v_last_name
    FROM vw_people
    WHERE id = v_user_id;

    IF v_first_name IS NULL THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'The profile of this account is missing: nobody knows its name.';
    END IF;

    CALL _profile_ensure(p_actor_id, v_user_id, p_role, v_first_name, v_last_name);
    UPDATE users SET role_id = v_role_id, updated_by = p_actor_id
    WHERE id = v_user_id;
    CALL _audit(
        p_actor_id, 'user_role_set', 'users', v_user_id,
        JSON_OBJECT('role', v_role_before), JSON_OBJECT('role', p_role)
    );
    COMMIT;

    CALL _account_read(v_user_id);
END //

DELIMITER ;
