-- reference_goal_remove: remove a goal of an accepted request.
--
-- Parameters
--   p_actor_id    users.id of either side
--   p_request_id  reference_requests.id
--   p_goal_id     reference_goals.id
-- Result sets
--   none
-- Errors
--   45401  not signed in
--   45404  no such request of the actor, or no such goal of the request
--   45409  the request is not accepted
-- Example
--   CALL reference_goal_remove(3, 0, 0);  -- refused: 45404

DROP PROCEDURE IF EXISTS reference_goal_remove;

DELIMITER //

CREATE PROCEDURE reference_goal_remove (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_request_id BIGINT UNSIGNED,
    IN p_goal_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Remove a goal of an accepted request.'
BEGIN
    DECLARE v_requester_id BIGINT UNSIGNED;
    DECLARE v_alumnus_id BIGINT UNSIGNED;
    DECLARE v_mover VARCHAR(20);
    DECLARE v_status VARCHAR(20);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the locks.
    CALL _reference_parties(p_actor_id, p_request_id, v_requester_id, v_alumnus_id, v_mover);

    START TRANSACTION;
    CALL _reference_lock(
        v_requester_id, v_alumnus_id, p_request_id, NULL, v_mover, v_status
    );
    DELETE FROM reference_goals
    WHERE id = p_goal_id AND request_id = p_request_id;
    IF ROW_COUNT() = 0 THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Goal not found.';
    END IF;
    COMMIT;
END //

DELIMITER ;
