-- name_of: return the display name of a person.
--
-- Parameters
--   p_user_id  users.id
-- Returns
--   first and last name; NULL if there is no such account; 'Former member' for a deleted one

DROP FUNCTION IF EXISTS name_of;

DELIMITER //

CREATE FUNCTION name_of(p_user_id BIGINT UNSIGNED)
RETURNS VARCHAR(161)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Return the display name of a person.'
BEGIN
    RETURN (
        SELECT CONCAT(first_name, ' ', last_name) FROM vw_people
        WHERE id = p_user_id
    );
END //

DELIMITER ;
