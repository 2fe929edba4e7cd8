-- profile_former_name_add: add a former name, so that old friends can find you.
--
-- Adding it again only updates its spelling.
--
-- Parameters
--   p_actor_id  users.id of the person
--   p_name      in full, or the family name alone
-- Result sets
--   former_name (one)  id
-- Errors
--   45401  not signed in
--   45403  the profile has no such part
--   45409  there are 5 already
--   45422  invalid value
-- Example
--   CALL profile_former_name_add(2, 'Byron');

DROP PROCEDURE IF EXISTS profile_former_name_add;

DELIMITER //

CREATE PROCEDURE profile_former_name_add (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_name VARCHAR(161)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Add a former name, so that old friends can find you. | former_name: one'
BEGIN
    DECLARE v_profile_id BIGINT UNSIGNED;
    DECLARE v_count INT UNSIGNED;
    DECLARE v_id BIGINT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    CALL _profile_lock_as(p_actor_id, 'member', v_profile_id);
    CALL _require_text('name', p_name, 161, 1, 0);
    SELECT COUNT(*) INTO v_count
    FROM former_names
    WHERE user_id = p_actor_id AND name <> TRIM(p_name);
    CALL _require_room(v_count, 5);
    INSERT INTO former_names (user_id, name, created_by)
    VALUES (p_actor_id, TRIM(p_name), p_actor_id)
    ON DUPLICATE KEY UPDATE id = LAST_INSERT_ID(id), name = TRIM(p_name);
    SET v_id = LAST_INSERT_ID();
    CALL _directory_write(p_actor_id);
    COMMIT;

    SELECT v_id AS id;
END //

DELIMITER ;
