-- role_of: what a person is allowed to be right now.
--
-- Every question about rights begins here: an account that is pending, rejected, blocked or deleted
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
COMMENT 'The role of an active account, NULL for everybody else.'
BEGIN
    RETURN (
        SELECT r.name
        FROM users AS u
        JOIN roles AS r ON r.id = u.role_id
        WHERE u.id = p_user_id AND u.status = 'active' AND u.is_deleted = 0
    );
END //

DELIMITER ;
