-- _require_other_admin: refuse to remove the last account that can run the office.
--
-- The caller holds the lock on the account and has not made a non-locking read in its transaction.
-- Callers pass the lock on the role's row one after the other and count the current admins, so the
-- last two admins cannot leave at the same time.
--
-- Parameters
--   p_user_id  users.id of the account to remove
--   p_role_id  current role of that account
-- Result sets
--   none
-- Errors
--   45409  the account is the last active admin

DROP PROCEDURE IF EXISTS _require_other_admin;

DELIMITER //

CREATE PROCEDURE _require_other_admin (
    IN p_user_id BIGINT UNSIGNED,
    IN p_role_id TINYINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Refuse to remove the last account that can run the office.'
BEGIN
    DECLARE v_admin_id TINYINT UNSIGNED;
    DECLARE v_admins_count INT UNSIGNED;

    SELECT id INTO v_admin_id
    FROM roles
    WHERE name = 'admin'
    FOR UPDATE;
    IF p_role_id = v_admin_id THEN
        SELECT COUNT(*) INTO v_admins_count
        FROM users
        WHERE role_id = v_admin_id AND status = 'active' AND is_deleted = 0 AND id <> p_user_id;
        IF v_admins_count = 0 THEN
            SIGNAL SQLSTATE '45409'
                SET MESSAGE_TEXT = 'This is the last admin account. Appoint another admin first.';
        END IF;
    END IF;
END //

DELIMITER ;
