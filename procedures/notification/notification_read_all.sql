-- notification_read_all: mark the actor's notifications as read: the newest 10,000.
--
-- Parameters
--   p_actor_id  users.id
-- Result sets
--   reading (one)  unread_count (at most 100)
-- Errors
--   45401  not signed in
-- Example
--   CALL notification_read_all(2);

DROP PROCEDURE IF EXISTS notification_read_all;

DELIMITER //

CREATE PROCEDURE notification_read_all (IN p_actor_id BIGINT UNSIGNED)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Mark the actor''s notifications as read. | reading: one'
BEGIN
    DECLARE v_role VARCHAR(20);

    CALL _require_actor(p_actor_id, v_role);
    -- A single statement is a transaction.
    UPDATE notifications SET read_at = UTC_TIMESTAMP()
    WHERE recipient_id = p_actor_id AND is_unread = 1
    ORDER BY id DESC
    LIMIT 10000;
    SELECT unread_notifications_count_of(p_actor_id) AS unread_count;
END //

DELIMITER ;
