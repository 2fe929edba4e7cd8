-- _account_read: read an account as the procedures that change it return it.
--
-- Parameters
--   p_user_id  users.id
-- Result sets
--   account (one)  id, email, role, status
-- Errors
--   none

DROP PROCEDURE IF EXISTS _account_read;

DELIMITER //

CREATE PROCEDURE _account_read (IN p_user_id BIGINT UNSIGNED)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read an account as the procedures that change it return it. | account: one'
BEGIN
    SELECT
        u.id,
        u.email,
        r.name AS role,
        u.status
    FROM users AS u
    JOIN roles AS r ON r.id = u.role_id
    WHERE u.id = p_user_id;
END //

DELIMITER ;
