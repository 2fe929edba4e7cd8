-- ev_expire_references: expire requests that nobody has answered in time, every ten minutes.

DROP EVENT IF EXISTS ev_expire_references;

DELIMITER //

CREATE EVENT ev_expire_references
ON SCHEDULE EVERY 10 MINUTE
COMMENT 'Expire reference and mentoring requests that nobody has answered in time.'
DO
BEGIN
    CALL references_expire_due(NULL, NULL);
END //

DELIMITER ;
