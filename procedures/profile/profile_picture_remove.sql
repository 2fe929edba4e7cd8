-- profile_picture_remove: remove your photo or cover.
--
-- Parameters
--   p_actor_id  users.id of the person
--   p_kind      photo or cover
-- Result sets
--   none
-- Errors
--   45401  not signed in
--   45404  no such entry
-- Example
--   CALL profile_picture_remove(2, 'cover');  -- refused: 45404

DROP PROCEDURE IF EXISTS profile_picture_remove;

DELIMITER //

CREATE PROCEDURE profile_picture_remove (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_kind VARCHAR(20)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Remove your photo or cover.'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_profile_id BIGINT UNSIGNED;
    DECLARE v_count INT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    CALL _profile_lock(p_actor_id, v_role, v_profile_id);
    SELECT COUNT(*) INTO v_count
    FROM profile_files
    WHERE user_id = p_actor_id AND kind = p_kind AND width > 0;
    CALL _require_item(v_count > 0);
    DELETE FROM profile_files
    WHERE user_id = p_actor_id AND kind = p_kind AND width > 0;
    COMMIT;
END //

DELIMITER ;
