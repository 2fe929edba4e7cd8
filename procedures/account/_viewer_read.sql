-- _viewer_read: the person a session belongs to, as every page shows them.
--
-- Parameters
--   p_session_id  user_sessions.id; NULL: nobody
-- Result sets
--   viewer (maybe)  id, name, first_name, last_name, email, role, session_id
-- Errors
--   none

DROP PROCEDURE IF EXISTS _viewer_read;

DELIMITER //

CREATE PROCEDURE _viewer_read (IN p_session_id BIGINT UNSIGNED)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'The person a session belongs to. | viewer: maybe'
BEGIN
    SELECT
        u.id,
        u.email,
        r.name AS role,
        t.id AS session_id,
        CONCAT(
            COALESCE(f.first_name, a.first_name, s.first_name), ' ',
            COALESCE(f.last_name, a.last_name, s.last_name)
        ) AS name,
        COALESCE(f.first_name, a.first_name, s.first_name) AS first_name,
        COALESCE(f.last_name, a.last_name, s.last_name) AS last_name
    FROM user_sessions AS t
    JOIN users AS u ON u.id = t.user_id
    JOIN roles AS r ON r.id = u.role_id
    LEFT JOIN staff_profiles AS f ON f.user_id = u.id AND r.name = 'admin'
    LEFT JOIN alumni_profiles AS a ON a.user_id = u.id AND r.name = 'alumni'
    LEFT JOIN student_profiles AS s ON s.user_id = u.id AND r.name = 'student'
    WHERE t.id = p_session_id;
END //

DELIMITER ;
