-- _event_complete: close an event that has taken place.
--
-- Who is registered and was never checked in did not come, but only where somebody was checked in
-- at all: where nobody kept the door, nobody knows. Offers that nobody took lapse; who waits did
-- not get in and stays as they are. The caller holds the event's row and knows that it is over.
--
-- Parameters
--   p_actor_id  users.id of who does it; NULL: the scheduler
--   p_event_id  events.id
--   p_action    the procedure that does it, for the audit log
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _event_complete;

DELIMITER //

CREATE PROCEDURE _event_complete (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_event_id BIGINT UNSIGNED,
    IN p_action VARCHAR(64)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Close an event that has taken place.'
BEGIN
    DECLARE v_ids JSON;
    DECLARE v_is_door_kept INT UNSIGNED;

    SELECT JSON_ARRAYAGG(id) INTO v_ids
    FROM event_registrations
    WHERE event_id = p_event_id AND status = 'offered';
    CALL _registrations_move(p_actor_id, v_ids, 'expired', NULL);

    SELECT COUNT(*) INTO v_is_door_kept
    FROM (
        SELECT 1
        FROM event_registrations
        WHERE event_id = p_event_id AND status = 'attended'
        LIMIT 1
    ) AS a;
    IF v_is_door_kept THEN
        SELECT JSON_ARRAYAGG(id) INTO v_ids
        FROM event_registrations
        WHERE event_id = p_event_id AND status = 'registered';
        CALL _registrations_move(p_actor_id, v_ids, 'no_show', NULL);
    END IF;

    -- Who had confirmed is taken to have spoken.
    UPDATE event_speakers SET status = 'presented', updated_by = p_actor_id
    WHERE event_id = p_event_id AND status = 'confirmed';

    UPDATE events
    SET
        status = 'completed',
        completed_at = UTC_TIMESTAMP(),
        revision = revision + 1,
        updated_by = p_actor_id
    WHERE id = p_event_id;
    CALL _event_audit(
        p_actor_id, p_action, p_event_id, 1,
        JSON_OBJECT('status', 'published'), JSON_OBJECT('status', 'completed')
    );
END //

DELIMITER ;
