-- _require_role: return the id of a role, or reject a role that does not exist.
--
-- Parameters
--   p_role     roles.name
--   p_role_id  roles.id
-- Result sets
--   none
-- Errors
--   45422  no such role

DROP PROCEDURE IF EXISTS _require_role;

DELIMITER //

CREATE PROCEDURE _require_role (
    IN p_role VARCHAR(20),
    OUT p_role_id TINYINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Return the id of a role, or reject a role that does not exist.'
BEGIN
    SET p_role_id = (
        SELECT id FROM roles
        WHERE name = p_role
    );
    IF p_role_id IS NULL THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'role: Choose admin, alumni or student.';
    END IF;
END //

DELIMITER ;
