-- unread_announcements_count_of: count a person's unread announcements, up to 100.
--
-- Called on every page: it reads at most the newest 100 of each audience.
--
-- Parameters
--   p_user_id  users.id
--   p_role     role_of(p_user_id)
-- Returns
--   0 to 100

DROP FUNCTION IF EXISTS unread_announcements_count_of;

DELIMITER //

CREATE FUNCTION unread_announcements_count_of(p_user_id BIGINT UNSIGNED, p_role VARCHAR(20))
RETURNS TINYINT UNSIGNED
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Count a person''s unread announcements, up to 100.'
BEGIN
    DECLARE v_since DATETIME DEFAULT unread_since_of(p_user_id);
    DECLARE v_count INT UNSIGNED;

    -- One after the other: inside LEAST a function is called twice.
    SET v_count = unread_announcements_in(p_user_id, 'all', v_since);
    IF p_role <> 'student' THEN
        SET v_count = v_count + unread_announcements_in(p_user_id, 'alumni_only', v_since);
    END IF;
    IF p_role <> 'alumni' THEN
        SET v_count = v_count + unread_announcements_in(p_user_id, 'students_only', v_since);
    END IF;
    RETURN LEAST(v_count, 100);
END //

DELIMITER ;
