-- notification_open: open the page of a notification and mark it as read.
--
-- Parameters
--   p_actor_id         users.id
--   p_notification_id  notifications.id
-- Result sets
--   notification (one)  id, link
-- Errors
--   45401  not signed in
--   45404  no such notification of the actor
-- Example
--   CALL notification_open(2, 0);  -- refused: 45404

DROP PROCEDURE IF EXISTS notification_open;

DELIMITER //

CREATE PROCEDURE notification_open (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_notification_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Open the page of a notification and mark it as read. | notification: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_link VARCHAR(200);

    CALL _require_actor(p_actor_id, v_role);
    SELECT link INTO v_link
    FROM notifications
    WHERE id = p_notification_id AND recipient_id = p_actor_id AND is_listed = 1;
    IF v_link IS NULL THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Notification not found.';
    END IF;
    -- A single statement is a transaction.
    UPDATE notifications SET read_at = UTC_TIMESTAMP()
    WHERE id = p_notification_id AND read_at IS NULL;
    SELECT
        p_notification_id AS id,
        v_link AS link;
END //

DELIMITER ;
