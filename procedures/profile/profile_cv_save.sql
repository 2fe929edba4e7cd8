-- profile_cv_save: save a CV in your profile.
--
-- Parameters
--   p_actor_id      users.id of the person
--   p_cv_file       pdf, doc, docx, png or jpg, at most 16 MB
--   p_cv_file_name  as the person calls it
-- Result sets
--   none
-- Errors
--   45401  not signed in
--   45403  the profile has no such part
--   45413  the file is too large
--   45422  no file, or one that is not allowed
-- Example
--   CALL profile_cv_save(3, '%PDF-1.4', 'cv.pdf');

DROP PROCEDURE IF EXISTS profile_cv_save;

DELIMITER //

CREATE PROCEDURE profile_cv_save (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_cv_file LONGBLOB,
    IN p_cv_file_name VARCHAR(255)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Save a CV in your profile.'
BEGIN
    DECLARE v_profile_id BIGINT UNSIGNED;
    DECLARE v_media_id BIGINT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    CALL _profile_lock_as(p_actor_id, 'member', v_profile_id);
    CALL _cv_store(p_actor_id, p_cv_file, p_cv_file_name, v_media_id);
    INSERT INTO profile_files (user_id, kind, width, media_file_id, file_name, created_by)
    VALUES (p_actor_id, 'cv', 0, v_media_id, p_cv_file_name, p_actor_id)
    ON DUPLICATE KEY UPDATE media_file_id = v_media_id, file_name = p_cv_file_name;
    COMMIT;
END //

DELIMITER ;
