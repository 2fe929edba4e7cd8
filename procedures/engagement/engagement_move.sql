-- engagement_move: give an engagement another state, along alumni_engagement_moves.
--
-- The alumnus accepts, declines and cancels; the office starts, completes, cancels and proposes
-- again what was declined. The other side is told by mail. Of two who move it at the same time one
-- wins, and the other is told what it is now.
--
-- Parameters
--   p_actor_id       users.id of an admin or of the alumnus
--   p_engagement_id  alumni_engagements.id
--   p_to_status      proposed, confirmed, declined, in_progress, completed or cancelled
--   p_from_status    the state that the mover saw; NULL: whatever it is
--   p_revision       what the mover saw of the proposal; NULL: whatever it is
--   p_reason         words for the other side, at most 500 characters; needed to cancel what is
--                    confirmed
--   p_hours          on completion: hours that were worked; NULL: as planned
-- Result sets
--   engagement (one)  id, status
-- Errors
--   45401  nobody is signed in
--   45404  no such engagement for the actor
--   45409  somebody moved or changed it meanwhile, no such move, or it has not begun yet
--   45422  a value is unacceptable
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
COMMENT 'Give an engagement another state. | engagement: one'
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

    -- Before the transaction, so that what it sees is as of the lock.
    CALL _require_actor(p_actor_id, v_role);
    IF
        p_to_status IS NULL
        OR p_to_status NOT IN (
            'proposed', 'confirmed', 'declined', 'in_progress', 'completed', 'cancelled'
        )
    THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'to_status: Choose one of the states.';
    END IF;
    CALL _require_text('reason', p_reason, 500, 0, 1);
    IF p_hours <= 0 OR p_hours > 2000 THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'hours: Give more than 0 and at most 2,000.';
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
            'Meanwhile this engagement is ', REPLACE(v_status, '_', ' '), '. Look again.'
        );
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = v_message;
    ELSEIF v_is_reasoned IS NULL THEN
        SET v_message = CONCAT(
            'This engagement is ', REPLACE(v_status, '_', ' '), ': you cannot make it ',
            REPLACE(p_to_status, '_', ' '), '.'
        );
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = v_message;
    ELSEIF p_revision <> v_revision AND v_status = 'proposed' THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'The office has changed this proposal meanwhile. Look again.';
    END IF;
    CALL _require_text('reason', p_reason, 500, v_is_reasoned, 1);
    SELECT start_date INTO v_start_date
    FROM alumni_engagements
    WHERE id = p_engagement_id
    FOR UPDATE;
    -- Its first day may have begun where the people are, before it begins in UTC.
    IF
        p_to_status IN ('in_progress', 'completed')
        AND v_start_date > DATE(UTC_TIMESTAMP() + INTERVAL 14 HOUR)
    THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'This engagement has not begun yet: its first day is ahead.';
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
