-- profile_link_remove: remove a link from your profile.
--
-- Parameters
--   p_actor_id  users.id of the person
--   p_link_id   profile_links.id
-- Result sets
--   none
-- Errors
--   45401  not signed in
--   45403  the profile has no such part
--   45404  no such entry of the actor
-- Example
--   CALL profile_link_remove(2, 0);  -- refused: 45404

DROP PROCEDURE IF EXISTS profile_link_remove;

DELIMITER //

CREATE PROCEDURE profile_link_remove (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_link_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Remove a link from your profile.'
BEGIN
    DECLARE v_profile_id BIGINT UNSIGNED;
    DECLARE v_id BIGINT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    CALL _profile_lock_as(p_actor_id, 'member', v_profile_id);
    SELECT id INTO v_id
    FROM profile_links
    WHERE id = p_link_id AND user_id = p_actor_id
    FOR UPDATE;
    CALL _require_item(v_id IS NOT NULL);
    DELETE FROM profile_links
    WHERE id = v_id;
    CALL _directory_write(p_actor_id);
    COMMIT;
END //

DELIMITER ;
