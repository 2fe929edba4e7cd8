-- tr_notification_actor_delete: count a person no more for what a notification tells of.

DROP TRIGGER IF EXISTS tr_notification_actor_delete;

DELIMITER //

CREATE TRIGGER tr_notification_actor_delete
AFTER DELETE ON notification_actors
FOR EACH ROW
BEGIN
    UPDATE notifications
    SET actors_count = actors_count - 1
    WHERE id = old.notification_id;
END //

DELIMITER ;
