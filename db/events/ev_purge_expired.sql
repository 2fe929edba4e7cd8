-- ev_purge_expired: remove what has served its time, every ten minutes.

DROP EVENT IF EXISTS ev_purge_expired;

DELIMITER //

CREATE EVENT ev_purge_expired
ON SCHEDULE EVERY 10 MINUTE
COMMENT 'Remove what has served its time.'
DO
BEGIN
    CALL _expired_purge();
END //

DELIMITER ;
