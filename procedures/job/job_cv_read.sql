-- job_cv_read: read the CV of an application.
--
-- Parameters
--   p_actor_id        users.id of the applicant, the poster or an admin
--   p_application_id  job_applications.id
-- Result sets
--   file (one)  file_name, media_type, byte_size, sha256 (hexadecimal), content
-- Errors
--   45401  not signed in
--   45404  no such application, or the actor may not see it
-- Example
--   CALL job_cv_read(2, 1);

DROP PROCEDURE IF EXISTS job_cv_read;

DELIMITER //

CREATE PROCEDURE job_cv_read (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_application_id BIGINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read the CV of an application. | file: one'
BEGIN
    DECLARE v_is_manager BOOLEAN;

    CALL _application_visible(p_actor_id, p_application_id, v_is_manager);
    IF NOT EXISTS (
        SELECT 1
        FROM job_applications AS a
        JOIN users AS u ON u.id = a.applicant_id
        WHERE a.id = p_application_id AND a.cv_upload IS NOT NULL AND u.is_deleted = 0
    ) THEN
        SIGNAL SQLSTATE '45404'
            SET MESSAGE_TEXT = 'The applicant''s account is deleted, together with the CV.';
    END IF;
    SELECT
        a.cv_file_name AS file_name,
        m.media_type,
        m.byte_size,
        m.content,
        LOWER(HEX(m.sha256)) AS sha256
    FROM job_applications AS a
    JOIN media_files AS m ON m.id = a.cv_upload
    WHERE a.id = p_application_id;
END //

DELIMITER ;
