-- profile_cv_remove: remove the CV from your profile.
--
-- Parameters
--   p_actor_id  users.id of the person
-- Result sets
--   none
-- Errors
--   45401  not signed in
--   45403  the profile has no such part
--   45404  no such entry
-- Example
--   CALL profile_cv_save(3, '%PDF-1.4', 'cv.pdf');
--   CALL profile_cv_remove(3);

DROP PROCEDURE IF EXISTS profile_cv_remove;

DELIMITER //

CREATE PROCEDURE profile_cv_remove (IN p_actor_id BIGINT UNSIGNED)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Remove the CV from your profile.'
BEGIN
    DECLARE v_profile_id BIGINT UNSIGNED;
    DECLARE v_count INT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    CALL _profile_lock_as(p_actor_id, 'member', v_profile_id);
    SELECT COUNT(*) INTO v_count
    FROM profile_files
    WHERE user_id = p_actor_id AND kind = 'cv' AND width = 0;
    CALL _require_item(v_count > 0);
    DELETE FROM profile_files
    WHERE user_id = p_actor_id AND kind = 'cv' AND width = 0;
    COMMIT;
END //

DELIMITER ;
