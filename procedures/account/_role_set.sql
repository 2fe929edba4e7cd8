-- _role_set: change the role of an account; its profiles are kept.
--
-- A student who becomes a graduate keeps skills and projects, and a graduation request is closed,
-- regardless of who changes the role. The caller holds the lock on the account and has not read
-- anything in its transaction before, so the copy is consistent with the lock.
--
-- Parameters
--   p_actor_id  users.id of the actor; NULL: a database client
--   p_user_id   users.id of the account
--   p_role      admin, alumni or student
--   p_action    name of the calling procedure, for the audit log
-- Result sets
--   none
-- Errors
--   45409  the account has no profile to take the name from
--   45422  no such role

DROP PROCEDURE IF EXISTS _role_set;

DELIMITER //

CREATE PROCEDURE _role_set (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED,
    IN p_role VARCHAR(20),
    IN p_action VARCHAR(64)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Change the role of an account; its profiles are kept.'
BEGIN
    DECLARE v_role_id TINYINT UNSIGNED;
    DECLARE v_role_before VARCHAR(20);
    DECLARE v_first_name VARCHAR(80);
    DECLARE v_last_name VARCHAR(80);

    CALL _require_role(p_role, v_role_id);
    SELECT
        role,
        first_name,
        last_name
    INTO v_role_before, v_first_name, v_last_name
    FROM vw_people
    WHERE id = p_user_id;

    IF v_first_name IS NULL THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'This account has no profile with a name. Add a profile first.';
    END IF;

    CALL _profile_ensure(p_actor_id, p_user_id, p_role, v_first_name, v_last_name);
    IF v_role_before = 'student' AND p_role = 'alumni' THEN
        CALL _studies_carry_over(p_actor_id, p_user_id);
    END IF;
    IF v_role_before = 'student' AND p_role <> 'student' THEN
        CALL _graduation_close(
            p_actor_id, p_user_id, IF(p_role = 'alumni', 'approved', 'withdrawn')
        );
    END IF;
    UPDATE users SET role_id = v_role_id, updated_by = p_actor_id
    WHERE id = p_user_id;
    CALL _tokens_void(p_user_id, 1);
    CALL _audit(
        p_actor_id, p_action, 'users', p_user_id,
        JSON_OBJECT('role', v_role_before), JSON_OBJECT('role', p_role)
    );
END //

DELIMITER ;
