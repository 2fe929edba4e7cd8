-- _media_purge: remove files that are no longer referenced.
--
-- Parameters
--   p_before  UTC; newer files stay: they may be about to be referenced
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _media_purge;

DELIMITER //

CREATE PROCEDURE _media_purge (IN p_before DATETIME)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Remove files that are no longer referenced.'
BEGIN
    DECLARE v_sha256 BINARY(32);
    DECLARE v_is_done BOOLEAN DEFAULT 0;
    DECLARE c_files CURSOR FOR
        SELECT m.sha256
        FROM media_files AS m
        WHERE
            m.created_at < p_before
            AND NOT EXISTS (SELECT 1 FROM profile_files AS f WHERE f.media_file_id = m.id)
            AND NOT EXISTS (SELECT 1 FROM job_applications AS a WHERE a.cv_upload = m.id)
            AND NOT EXISTS (SELECT 1 FROM verification_files AS v WHERE v.media_file_id = m.id)
            AND NOT EXISTS (SELECT 1 FROM message_attachments AS t WHERE t.media_file_id = m.id)
            AND NOT EXISTS (SELECT 1 FROM post_files AS g WHERE g.media_file_id = m.id)
        ORDER BY m.id
        LIMIT 1000;
    DECLARE CONTINUE HANDLER FOR NOT FOUND SET v_is_done = 1;

    OPEN c_files;
    -- One at a time, a transaction each: a set would fail as a whole if one file is used again.
    l_files: LOOP
        FETCH c_files INTO v_sha256;
        IF v_is_done THEN
            LEAVE l_files;
        END IF;
        one_file: BEGIN
            -- The same content was uploaded again meanwhile: the foreign key keeps it.
            DECLARE EXIT HANDLER FOR 1451 ROLLBACK;
            -- Another transaction is doing so and waits for this one: the next purge tries again.
            -- Without the ROLLBACK no handler would catch errors after a deadlock.
            DECLARE EXIT HANDLER FOR 1213 ROLLBACK;

            START TRANSACTION;
            -- By content hash, as an upload finds it: both lock in the same order.
            DELETE FROM media_files
            WHERE sha256 = v_sha256 AND created_at < p_before;
            COMMIT;
        END one_file;
    END LOOP l_files;
    CLOSE c_files;
END //

DELIMITER ;
