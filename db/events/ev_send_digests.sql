-- ev_send_digests: queue the digests that are due, every ten minutes.

DROP EVENT IF EXISTS ev_send_digests;

DELIMITER //

CREATE EVENT ev_send_digests
ON SCHEDULE EVERY 10 MINUTE
COMMENT 'Queue the digests that are due.'
DO
BEGIN
    CALL notification_digests_send(NULL, NULL);
END //

DELIMITER ;
