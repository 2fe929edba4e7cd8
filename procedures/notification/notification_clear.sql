-- notification_clear: clear a notification, or all that are read.
--
-- Parameters
--   p_actor_id         users.id
--   p_notification_id  notifications.id; NULL: all that are read, at most 10,000
-- Result sets
--   clearing (one)  cleared_count
-- Errors
--   45401  not signed in
-- Example
--   CALL notification_clear(2, NULL);

DROP PROCEDURE IF EXISTS notification_clear;

DELIMITER //

CREATE PROCEDURE notification_clear (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_notification_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Clear a notification, or all that are read. | clearing: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_count INT UNSIGNED;

    CALL _require_actor(p_actor_id, v_role);
    -- A single statement is a transaction.
    IF p_notification_id IS NULL THEN
        UPDATE notifications SET cleared_at = UTC_TIMESTAMP()
        WHERE recipient_id = p_actor_id AND is_listed = 1 AND read_at IS NOT NULL
        ORDER BY id
        LIMIT 10000;
    ELSE
        UPDATE notifications SET cleared_at = UTC_TIMESTAMP()
        WHERE id = p_notification_id AND recipient_id = p_actor_id AND is_listed = 1;
    END IF;
    SET v_count = ROW_COUNT();
    SELECT v_count AS cleared_count;
END //

DELIMITER ;
