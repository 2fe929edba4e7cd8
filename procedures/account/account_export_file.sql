-- account_export_file: read the content of one file that account_export lists.
--
-- One file per call, so that the client holds only one in memory.
--
-- Parameters
--   p_actor_id       users.id
--   p_media_file_id  media_files.id
-- Result sets
--   file (one)  content
-- Errors
--   45401  not signed in
--   45404  no such file, or it belongs to someone else
-- Example
--   CALL account_export_file(3, 0);
--   -- refused: 45404

DROP PROCEDURE IF EXISTS account_export_file;

DELIMITER //

CREATE PROCEDURE account_export_file (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_media_file_id BIGINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read the content of one of the actor''s files. | file: one'
BEGIN
    DECLARE v_role VARCHAR(20);

    CALL _require_actor(p_actor_id, v_role);
    IF NOT EXISTS (
        SELECT 1 FROM profile_files
        WHERE user_id = p_actor_id AND media_file_id = p_media_file_id
        UNION ALL
        SELECT 1 FROM job_applications
        WHERE applicant_id = p_actor_id AND cv_upload = p_media_file_id
        UNION ALL
        SELECT 1
        FROM messages AS m
        JOIN message_attachments AS t ON t.message_id = m.id
        WHERE m.sender_id = p_actor_id AND t.media_file_id = p_media_file_id
        UNION ALL
        SELECT 1
        FROM posts AS p
        JOIN post_files AS g ON g.post_id = p.id
        WHERE p.author_id = p_actor_id AND g.media_file_id = p_media_file_id
        UNION ALL
        SELECT 1
        FROM verification_queue AS q
        JOIN verification_files AS w ON w.verification_id = q.id
        WHERE q.user_id = p_actor_id AND w.media_file_id = p_media_file_id
    ) THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'File not found.';
    END IF;

    SELECT content FROM media_files
    WHERE id = p_media_file_id;
END //

DELIMITER ;
