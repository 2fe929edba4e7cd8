-- tr_notification_actor_delete: decrement the counter when an actor of a notification is deleted.

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
