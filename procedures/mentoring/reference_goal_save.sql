-- reference_goal_save: add or change a goal of an accepted request, or mark it as reached.
--
-- Both sides can do this, and each is notified of the other's changes: by one mail a day.
--
-- Parameters
--   p_actor_id    users.id of either side
--   p_request_id  reference_requests.id
--   p_goal_id     reference_goals.id; NULL: a new one
--   p_title       at most 200 characters; NULL: unchanged
--   p_is_done     1: reached; NULL: unchanged
-- Result sets
--   goal (one)  id, title, is_done
-- Errors
--   45401  not signed in
--   45404  no such request of the actor, or no such goal of the request
--   45409  not accepted, or twenty goals already
--   45422  invalid value
-- Example
--   CALL reference_goal_save(3, 0, NULL, 'A CV that shows projects', 0);  -- refused: 45404

DROP PROCEDURE IF EXISTS reference_goal_save;

DELIMITER //

CREATE PROCEDURE reference_goal_save (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_request_id BIGINT UNSIGNED,
    IN p_goal_id BIGINT UNSIGNED,
    IN p_title VARCHAR(200),
    IN p_is_done BOOLEAN
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Add or change a goal of an accepted request. | goal: one'
BEGIN
    DECLARE v_requester_id BIGINT UNSIGNED;
    DECLARE v_alumnus_id BIGINT UNSIGNED;
    DECLARE v_mover VARCHAR(20);
    DECLARE v_status VARCHAR(20);
    DECLARE v_goal_id BIGINT UNSIGNED;
    DECLARE v_count INT UNSIGNED;
    DECLARE v_position SMALLINT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the locks.
    CALL _reference_parties(p_actor_id, p_request_id, v_requester_id, v_alumnus_id, v_mover);
    -- A blank title is refused, also for an existing goal.
    CALL _require_text(
        'title', p_title, 200, p_goal_id IS NULL OR p_title IS NOT NULL, 0
    );

    START TRANSACTION;
    CALL _reference_lock(
        v_requester_id, v_alumnus_id, p_request_id, NULL, v_mover, v_status
    );
    IF p_goal_id IS NULL THEN
        SELECT
            COUNT(*),
            COALESCE(MAX(position), 0) + 1
        INTO v_count, v_position
        FROM reference_goals
        WHERE request_id = p_request_id;
        IF v_count >= 20 THEN
            SIGNAL SQLSTATE '45409'
                SET MESSAGE_TEXT = 'You can add up to 20 goals. Remove one first.';
        END IF;
        INSERT INTO reference_goals (
            request_id, position, title, is_done, created_by, updated_by
        ) VALUES (
            p_request_id, v_position, p_title, COALESCE(p_is_done, 0) <> 0, p_actor_id, p_actor_id
        );
        SET v_goal_id = LAST_INSERT_ID();
    ELSE
        SELECT id INTO v_goal_id
        FROM reference_goals
        WHERE id = p_goal_id AND request_id = p_request_id
        FOR UPDATE;
        IF v_goal_id IS NULL THEN
            SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Goal not found.';
        END IF;
        UPDATE reference_goals
        SET
            title = COALESCE(p_title, title),
            is_done = COALESCE(p_is_done, is_done) <> 0,
            updated_by = p_actor_id
        WHERE id = v_goal_id;
    END IF;
    CALL _reference_tell(
        p_actor_id, IF(v_mover = 'requester', v_alumnus_id, v_requester_id), p_request_id,
        'reference_goals', NULL, NULL,
        CONCAT(p_request_id, ':', p_actor_id, ':', DATE(UTC_TIMESTAMP()))
    );
    COMMIT;

    SELECT
        id,
        title,
        is_done
    FROM reference_goals
    WHERE id = v_goal_id;
END //

DELIMITER ;
