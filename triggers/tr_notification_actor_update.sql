-- tr_notification_actor_update: move an actor from the counter of one notification to another's.

DROP TRIGGER IF EXISTS tr_notification_actor_update;

DELIMITER //

CREATE TRIGGER tr_notification_actor_update
AFTER UPDATE ON notification_actors
FOR EACH ROW
BEGIN
    IF old.notification_id <> new.notification_id THEN
        UPDATE notifications
        SET actors_count = IF(id = new.notification_id, actors_count + 1, actors_count - 1)
        WHERE id IN (old.notification_id, new.notification_id);
    END IF;
END //

DELIMITER ;
