-- person_unblock: unblock a person. A block in the other direction stays.
--
-- Parameters
--   p_actor_id  users.id of the blocking person
--   p_user_id   users.id of the blocked person
-- Result sets
--   person (one)  id, is_blocked
-- Errors
--   45401  not signed in
-- Example
--   CALL person_unblock(3, 2);

DROP PROCEDURE IF EXISTS person_unblock;

DELIMITER //

CREATE PROCEDURE person_unblock (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Unblock a person. | person: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_is_blocked INT UNSIGNED;

    CALL _require_actor(p_actor_id, v_role);
    SELECT COUNT(*) INTO v_is_blocked
    FROM user_blocks
    WHERE blocker_id = p_actor_id AND blocked_id = p_user_id;
    -- Deleting a missing row would lock the gap.
    IF v_is_blocked > 0 THEN
        DELETE FROM user_blocks
        WHERE blocker_id = p_actor_id AND blocked_id = p_user_id;
    END IF;
    SELECT
        p_user_id AS id,
        0 AS is_blocked;
END //

DELIMITER ;
