-- tr_notification_actor_insert: increment the counter when an actor is added to a notification.

DROP TRIGGER IF EXISTS tr_notification_actor_insert;

DELIMITER //

CREATE TRIGGER tr_notification_actor_insert
AFTER INSERT ON notification_actors
FOR EACH ROW
BEGIN
    UPDATE notifications
    SET actors_count = actors_count + 1
    WHERE id = new.notification_id;
END //

DELIMITER ;
