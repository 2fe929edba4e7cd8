-- _require_other_admin: the refusal to lose the last account that can run the office.
--
-- The caller holds the account's row and has read nothing without a lock in its transaction. One
-- after the other gets past the role's row, and counts what is there then, so that the last two of
-- the office cannot go at once.
--
-- Parameters
--   p_user_id  users.id of who is about to go
--   p_role_id  the role of that account now
-- Result sets
--   none
-- Errors
--   45409  nobody else could run the office

DROP PROCEDURE IF EXISTS _require_other_admin;

DELIMITER //

CREATE PROCEDURE _require_other_admin (
    IN p_user_id BIGINT UNSIGNED,
    IN p_role_id TINYINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'The refusal to lose the last account that can run the office.'
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
                SET MESSAGE_TEXT = 'Nobody else can run the alumni office: appoint somebody first.';
        END IF;
    END IF;
END //

DELIMITER ;
