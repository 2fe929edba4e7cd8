-- tr_user_update: remove an account from the directories immediately when it may no longer act,
-- and mark its profiles as deleted together with it.
--
-- A trigger, so that it applies to every change of an account: blocked, deleted, restored,
-- graduated, a new email address.

DROP TRIGGER IF EXISTS tr_user_update;

DELIMITER //

CREATE TRIGGER tr_user_update
AFTER UPDATE ON users
FOR EACH ROW
BEGIN
    IF NOT (new.is_deleted = old.is_deleted AND new.deleted_at <=> old.deleted_at) THEN
        UPDATE alumni_profiles
        SET is_deleted = new.is_deleted, deleted_at = new.deleted_at, updated_at = updated_at
        WHERE user_id = new.id;
        UPDATE student_profiles
        SET is_deleted = new.is_deleted, deleted_at = new.deleted_at, updated_at = updated_at
        WHERE user_id = new.id;
        UPDATE staff_profiles
        SET is_deleted = new.is_deleted, deleted_at = new.deleted_at, updated_at = updated_at
        WHERE user_id = new.id;
    END IF;
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
