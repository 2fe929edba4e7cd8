-- tr_user_update: remove an account from the directories immediately when it may no longer act.
--
-- A trigger, so that it applies to every change of an account: blocked, deleted, restored,
-- graduated, a new email address.

DROP TRIGGER IF EXISTS tr_user_update;

DELIMITER //

CREATE TRIGGER tr_user_update
AFTER UPDATE ON users
FOR EACH ROW
BEGIN
    IF
        new.status <> old.status
        OR new.is_deleted <> old.is_deleted
        OR new.role_id <> old.role_id
        OR new.email <> old.email
    THEN
        CALL _directory_write(new.id);
    END IF;
END //

DELIMITER ;
