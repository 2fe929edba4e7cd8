-- _account_name_of: return the name of an account for the office, even if it is deleted.
--
-- Parameters
--   p_user_id  users.id
-- Returns
--   first and last name; 'Former member' if the account is erased; NULL: no such account

DROP FUNCTION IF EXISTS _account_name_of;

DELIMITER //

CREATE FUNCTION _account_name_of(p_user_id BIGINT UNSIGNED)
RETURNS VARCHAR(161)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Return the name of an account for the office, even if it is deleted.'
BEGIN
    RETURN (
        SELECT
            COALESCE(
                -- The profile of the role first, otherwise any other.
                CASE r.name
                    WHEN 'admin' THEN CONCAT(f.first_name, ' ', f.last_name)
                    WHEN 'alumni' THEN CONCAT(a.first_name, ' ', a.last_name)
                    ELSE CONCAT(s.first_name, ' ', s.last_name)
                END,
                CONCAT(a.first_name, ' ', a.last_name),
                CONCAT(s.first_name, ' ', s.last_name),
                CONCAT(f.first_name, ' ', f.last_name),
                'Former member'
            )
        FROM users AS u
        JOIN roles AS r ON r.id = u.role_id
        LEFT JOIN staff_profiles AS f ON f.user_id = u.id
        LEFT JOIN alumni_profiles AS a ON a.user_id = u.id
        LEFT JOIN student_profiles AS s ON s.user_id = u.id
        WHERE u.id = p_user_id
    );
END //

DELIMITER ;
