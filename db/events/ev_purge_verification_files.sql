-- ev_purge_verification_files: delete verification documents that are no longer needed, every day.

DROP EVENT IF EXISTS ev_purge_verification_files;

DELIMITER //

CREATE EVENT ev_purge_verification_files
ON SCHEDULE EVERY 1 DAY
COMMENT 'Delete verification documents that are no longer needed.'
DO
BEGIN
    CALL _verification_files_purge();
END //

DELIMITER ;
