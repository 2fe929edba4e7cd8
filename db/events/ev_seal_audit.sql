-- ev_seal_audit: append new rows of the audit log to its chain, every five seconds.

DROP EVENT IF EXISTS ev_seal_audit;

DELIMITER //

CREATE EVENT ev_seal_audit
ON SCHEDULE EVERY 5 SECOND
COMMENT 'Append new rows of the audit log to its chain.'
DO
BEGIN
    CALL audit_seal(NULL);
END //

DELIMITER ;
