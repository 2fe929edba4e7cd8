-- _verification_files_purge: delete verification documents that are no longer needed.
--
-- A passport has no business in the database after the decision; its file name and the decision
-- stay. Contents that are not referenced elsewhere are removed by the next purge of files.
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
COMMENT 'Delete verification documents that are no longer needed.'
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

    DELETE /*+ JOIN_ORDER(q, f) JOIN_INDEX(f PRIMARY) */ f
    FROM verification_queue AS q
    JOIN verification_files AS f ON f.verification_id = q.id
    WHERE q.files_removed_at = v_now;
END //

DELIMITER ;
