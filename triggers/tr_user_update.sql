-- tr_user_update: an account that may not act any more leaves the directories, at once.
--
-- A trigger, so that it holds whoever changes the account and how: blocked, deleted, restored,
-- become an alumnus, with another address.

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
