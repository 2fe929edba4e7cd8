-- _event_complete: complete an event that has taken place.
--
-- If anyone was checked in, registered people who were not checked in count as absent. If no one
-- was, attendance is unknown. Open offers expire; people on the waiting list did not get in and
-- stay unchanged. The caller holds the lock on the event and has checked that it is over.
--
-- Parameters
--   p_actor_id  users.id of the actor; NULL: the scheduler
--   p_event_id  events.id
--   p_action    name of the calling procedure, for the audit log
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
COMMENT 'Complete an event that has taken place.'
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

    -- Confirmed speakers count as having spoken.
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
