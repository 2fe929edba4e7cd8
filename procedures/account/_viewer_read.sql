-- _viewer_read: the person a session belongs to, as every page shows them.
--
-- Parameters
--   p_session_id  user_sessions.id; NULL: nobody
-- Result sets
--   viewer (maybe)  id, name, first_name, last_name, email, role, session_id, photo (its version)
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
        p.id,
        p.first_name,
        p.last_name,
        u.email,
        p.role,
        s.id AS session_id,
        CONCAT(p.first_name, ' ', p.last_name) AS name,
        picture_version_of(p.id, 'photo') AS photo
    FROM user_sessions AS s
    JOIN users AS u ON u.id = s.user_id
    JOIN vw_people AS p ON p.id = u.id
    WHERE s.id = p_session_id;
END //

DELIMITER ;
