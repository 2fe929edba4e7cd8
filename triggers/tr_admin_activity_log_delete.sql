-- tr_admin_activity_log_delete: prevent the deletion of audit log rows.

DROP TRIGGER IF EXISTS tr_admin_activity_log_delete;

DELIMITER //

CREATE TRIGGER tr_admin_activity_log_delete
BEFORE DELETE ON admin_activity_log
FOR EACH ROW
BEGIN
    SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = 'Audit log entries can''t be changed or deleted.';
END //

DELIMITER ;
