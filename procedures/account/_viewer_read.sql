-- _viewer_read: read the person a session belongs to, as every page shows them.
--
-- Parameters
--   p_session_id  user_sessions.id; NULL: not signed in
-- Result sets
--   viewer (maybe)  id, name, first_name, last_name, email, role, session_id, photo (its version),
--                   unread_announcements_count, unread_messages_count (conversations),
--                   unread_notifications_count (each to 100), live_sequence (of the newest event
--                   sent to open pages), is_office, is_graduate, can_post_jobs
-- Errors
--   none

DROP PROCEDURE IF EXISTS _viewer_read;

DELIMITER //

CREATE PROCEDURE _viewer_read (IN p_session_id BIGINT UNSIGNED)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read the person a session belongs to. | viewer: maybe'
BEGIN
    DECLARE v_user_id BIGINT UNSIGNED;
    DECLARE v_unread_announcements_count TINYINT UNSIGNED;
    DECLARE v_unread_messages_count TINYINT UNSIGNED;
    DECLARE v_unread_notifications_count TINYINT UNSIGNED;
    DECLARE v_live_sequence BIGINT UNSIGNED;

    -- Not a column expression: the optimizer would call the function, and the statement once more.
    SELECT user_id INTO v_user_id
    FROM user_sessions
    WHERE id = p_session_id;
    IF v_user_id IS NOT NULL THEN
        SET v_unread_announcements_count = unread_announcements_count_of(
            v_user_id, role_of(v_user_id)
        );
        -- Read first: later events are then delivered to the page as live events.
        SELECT COALESCE(MAX(last_sequence), 0) INTO v_live_sequence
        FROM live_streams
        WHERE recipient_id = v_user_id;
        SET v_unread_messages_count = unread_messages_count_of(v_user_id);
        SET v_unread_notifications_count = unread_notifications_count_of(v_user_id);
    END IF;
    SELECT
        p.id,
        p.first_name,
        p.last_name,
        u.email,
        p.role,
        p.role = 'admin' AS is_office,
        p.role = 'alumni' AS is_graduate,
        p.role <> 'student' AS can_post_jobs,
        s.id AS session_id,
        CONCAT(p.first_name, ' ', p.last_name) AS name,
        picture_version_of(p.id, 'photo') AS photo,
        v_unread_announcements_count AS unread_announcements_count,
        v_unread_messages_count AS unread_messages_count,
        v_unread_notifications_count AS unread_notifications_count,
        v_live_sequence AS live_sequence
    FROM user_sessions AS s
    JOIN users AS u ON u.id = s.user_id
    JOIN vw_people AS p ON p.id = u.id
    WHERE s.id = p_session_id;
END //

DELIMITER ;
