-- tr_notification_actor_insert: count a person who did what a notification tells of.

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
