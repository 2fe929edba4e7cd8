-- _media_files_remove: remove files that are no longer referenced.
--
-- Their rows are locked first: a concurrent upload of the same content either finishes before or
-- inserts the file again afterwards.
--
-- Parameters
--   p_files  JSON array of media_files.id; NULL: none
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _media_files_remove;

DELIMITER //

CREATE PROCEDURE _media_files_remove (IN p_files JSON)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Remove files that are no longer referenced.'
BEGIN
    DECLARE v_held_count INT UNSIGNED;

    -- By primary key: a scan of a small table would lock everyone's files.
    SELECT /*+ JOIN_ORDER(f, m) JOIN_INDEX(m PRIMARY) */ COUNT(*) INTO v_held_count
    FROM JSON_TABLE(p_files, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')) AS f
    JOIN media_files AS m ON m.id = f.id
    FOR UPDATE OF m;

    DELETE /*+ JOIN_ORDER(f, m) JOIN_INDEX(m PRIMARY) */ m
    FROM JSON_TABLE(p_files, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')) AS f
    JOIN media_files AS m ON m.id = f.id
    LEFT JOIN job_applications AS a ON a.cv_upload = m.id
    LEFT JOIN profile_files AS p ON p.media_file_id = m.id
    LEFT JOIN verification_files AS v ON v.media_file_id = m.id
    LEFT JOIN message_attachments AS t ON t.media_file_id = m.id
    LEFT JOIN post_files AS g ON g.media_file_id = m.id
    WHERE
        a.id IS NULL
        AND p.user_id IS NULL
        AND v.verification_id IS NULL
        AND t.id IS NULL
        AND g.id IS NULL;
END //

DELIMITER ;
