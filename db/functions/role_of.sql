-- role_of: return the current role of a person.
--
-- Every check of permissions starts here: an account that is pending, rejected, blocked or deleted
-- has no role.
--
-- Parameters
--   p_user_id  users.id; NULL: a visitor
-- Returns
--   admin, alumni or student; NULL for a visitor and for an account that may not act

DROP FUNCTION IF EXISTS role_of;

DELIMITER //

CREATE FUNCTION role_of(p_user_id BIGINT UNSIGNED)
RETURNS VARCHAR(20)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Return the role of an active account, NULL for everyone else.'
BEGIN
    RETURN (
        SELECT r.name
        FROM users AS u
        JOIN roles AS r ON r.id = u.role_id
        WHERE u.id = p_user_id AND u.status = 'active' AND u.is_deleted = 0
    );
END //

DELIMITER ;
