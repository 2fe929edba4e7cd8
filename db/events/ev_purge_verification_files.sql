-- ev_purge_verification_files: let go of documents that have served their purpose, every day.

DROP EVENT IF EXISTS ev_purge_verification_files;

DELIMITER //

CREATE EVENT ev_purge_verification_files
ON SCHEDULE EVERY 1 DAY
COMMENT 'Let go of documents that have served their purpose.'
DO
BEGIN
    CALL _verification_files_purge();
END //

DELIMITER ;
