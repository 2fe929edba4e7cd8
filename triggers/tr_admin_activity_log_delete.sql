-- tr_admin_activity_log_delete: nothing is taken out of the audit log.

DROP TRIGGER IF EXISTS tr_admin_activity_log_delete;

DELIMITER //

CREATE TRIGGER tr_admin_activity_log_delete
BEFORE DELETE ON admin_activity_log
FOR EACH ROW
BEGIN
    SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = 'Nothing is taken out of the audit log.';
END //

DELIMITER ;
