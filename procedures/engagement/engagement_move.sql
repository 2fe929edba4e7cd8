-- engagement_move: change the status of an engagement, along alumni_engagement_moves.
--
-- The alumni member accepts, declines and cancels; the office starts, completes, cancels and
-- proposes declined ones again. The other side is notified by mail. If two people change it at the
-- same time, the first wins, and the other gets the new status.
--
-- Parameters
--   p_actor_id       users.id of an admin or of the alumni member
--   p_engagement_id  alumni_engagements.id
--   p_to_status      proposed, confirmed, declined, in_progress, completed or cancelled
--   p_from_status    the status that the actor saw; NULL: do not check
--   p_revision       the revision that the actor saw; NULL: do not check
--   p_reason         message to the other side, at most 500 characters; required to cancel a
--                    confirmed
--   p_hours          on completion: hours worked; NULL: as planned
-- Result sets
--   engagement (one)  id, status
-- Errors
--   45401  not signed in
--   45404  no such engagement, or the actor may not see it
--   45409  changed by someone else, not an allowed move, or it has not started yet
--   45422  invalid value
-- Example
--   CALL engagement_move(2, 0, 'confirmed', NULL, NULL, NULL, NULL);  -- refused: 45404

DROP PROCEDURE IF EXISTS engagement_move;

DELIMITER //

CREATE PROCEDURE engagement_move (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_engagement_id BIGINT UNSIGNED,
    IN p_to_status VARCHAR(20),
    IN p_from_status VARCHAR(20),
    IN p_revision INT UNSIGNED,
    IN p_reason VARCHAR(500),
    IN p_hours DECIMAL(6, 2)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Change the status of an engagement. | engagement: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_mover VARCHAR(20);
    DECLARE v_status VARCHAR(20);
    DECLARE v_revision INT UNSIGNED;
    DECLARE v_is_reasoned BOOLEAN;
    DECLARE v_start_date DATE;
    DECLARE v_message VARCHAR(128);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Called before the transaction, so that the snapshot is not older than the lock.
    CALL _require_actor(p_actor_id, v_role);
    IF
        p_to_status IS NULL
        OR p_to_status NOT IN (
            'proposed', 'confirmed', 'declined', 'in_progress', 'completed', 'cancelled'
        )
    THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'to_status: Choose a status from the list.';
    END IF;
    CALL _require_text('reason', p_reason, 500, 0, 1);
    IF p_hours <= 0 OR p_hours > 2000 THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'hours: Enter more than 0 and at most 2,000 hours.';
    END IF;

    START TRANSACTION;
    CALL _engagement_lock(
        p_actor_id, v_role, p_engagement_id, 0, v_mover, v_status, v_revision
    );
    SELECT is_reasoned INTO v_is_reasoned
    FROM alumni_engagement_moves
    WHERE from_status = v_status AND to_status = p_to_status AND mover = v_mover;
    IF p_from_status <> v_status THEN
        SET v_message = CONCAT(
            'This engagement is now ', REPLACE(v_status, '_', ' '), '. Reload the page.'
        );
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = v_message;
    ELSEIF v_is_reasoned IS NULL THEN
        SET v_message = CONCAT(
            'This engagement is ', REPLACE(v_status, '_', ' '), '. You can''t change it to ',
            REPLACE(p_to_status, '_', ' '), '.'
        );
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = v_message;
    ELSEIF p_revision <> v_revision AND v_status = 'proposed' THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'Someone else changed this. Reload the page and try again.';
    END IF;
    CALL _require_text('reason', p_reason, 500, v_is_reasoned, 1);
    SELECT start_date INTO v_start_date
    FROM alumni_engagements
    WHERE id = p_engagement_id
    FOR UPDATE;
    -- Where the people are, its first day may have begun before it begins in UTC.
    IF
        p_to_status IN ('in_progress', 'completed')
        AND v_start_date > DATE(UTC_TIMESTAMP() + INTERVAL 14 HOUR)
    THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'This engagement has not started yet. Try again on its first day.';
    END IF;
    UPDATE alumni_engagements
    SET
        status = p_to_status,
        status_reason = p_reason,
        hours = IF(p_to_status = 'completed', COALESCE(p_hours, hours), hours),
        updated_by = p_actor_id
    WHERE id = p_engagement_id;
    CALL _engagement_moved(
        p_actor_id, p_engagement_id, v_status, p_to_status, v_mover, p_reason
    );
    COMMIT;

    SELECT
        id,
        status
    FROM alumni_engagements
    WHERE id = p_engagement_id;
END //

DELIMITER ;
