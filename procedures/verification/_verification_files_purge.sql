-- _verification_files_purge: let go of documents that have served their purpose.
--
-- A passport has no business in the database once the office has decided; what it was called and
-- what was decided stays. Contents that nobody else uses go with the next purge of files.
--
-- Parameters
--   none
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _verification_files_purge;

DELIMITER //

CREATE PROCEDURE _verification_files_purge ()
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Let go of documents that have served their purpose.'
BEGIN
    DECLARE v_now DATETIME DEFAULT UTC_TIMESTAMP();

    UPDATE verification_queue
    SET files_removed_at = v_now
    WHERE
        files_removed_at IS NULL
        AND decided_at < v_now - INTERVAL setting_of('verification_keep_days') DAY
        AND status IN ('approved', 'rejected')
    ORDER BY decided_at
    LIMIT 1000;

    DELETE f
    FROM verification_queue AS q
    JOIN verification_files AS f ON f.verification_id = q.id
    WHERE q.files_removed_at = v_now;
END //

DELIMITER ;
