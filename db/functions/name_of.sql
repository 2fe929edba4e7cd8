-- name_of: how a person is called on pages and in mails.
--
-- Names are in the profile that speaks for the person today: by the role of the account.
--
-- Parameters
--   p_user_id  users.id
-- Returns
--   first and last name; NULL where there is no such account; 'Former member' for a deleted one

DROP FUNCTION IF EXISTS name_of;

DELIMITER //

CREATE FUNCTION name_of(p_user_id BIGINT UNSIGNED)
RETURNS VARCHAR(161)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'First and last name of a person.'
BEGIN
    RETURN (
        SELECT
            CASE
                WHEN u.is_deleted = 1 THEN 'Former member'
                WHEN r.name = 'admin' THEN CONCAT(f.first_name, ' ', f.last_name)
                WHEN r.name = 'alumni' THEN CONCAT(a.first_name, ' ', a.last_name)
                ELSE CONCAT(s.first_name, ' ', s.last_name)
            END
        FROM users AS u
        JOIN roles AS r ON r.id = u.role_id
        LEFT JOIN staff_profiles AS f ON f.user_id = u.id
        LEFT JOIN alumni_profiles AS a ON a.user_id = u.id
        LEFT JOIN student_profiles AS s ON s.user_id = u.id
        WHERE u.id = p_user_id
    );
END //

DELIMITER ;
