-- ev_purge_expired: remove expired data, every ten minutes.

DROP EVENT IF EXISTS ev_purge_expired;

DELIMITER //

CREATE EVENT ev_purge_expired
ON SCHEDULE EVERY 10 MINUTE
COMMENT 'Remove expired data.'
DO
BEGIN
    CALL _expired_purge();
END //

DELIMITER ;
