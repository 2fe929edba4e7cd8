-- event_restore: restore a deleted event.
--
-- Seats and the waiting list are as before, except for offers that have expired meanwhile.
-- If people were notified of the cancellation, they are notified that it takes place again.
--
-- Parameters
--   p_actor_id  users.id of the creator or an admin
--   p_event_id  events.id
-- Result sets
--   event (one)  id, status
-- Errors
--   45401  not signed in
--   45404  no such event, or the actor is not the organiser
--   45409  not deleted, deleted more than 30 days ago, or deleted by the office
-- Example
--   CALL event_delete(1, 1);
--   CALL event_restore(1, 1);

DROP PROCEDURE IF EXISTS event_restore;

DELIMITER //

CREATE PROCEDURE event_restore (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_event_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Restore a deleted event. | event: one'
BEGIN
    DECLARE v_is_ahead BOOLEAN;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    CALL _event_lock(p_actor_id, p_event_id, 1);
    SELECT status = 'published' AND ends_at > UTC_TIMESTAMP() INTO v_is_ahead
    FROM events
    WHERE id = p_event_id;
    UPDATE events
    SET
        is_deleted = 0,
        deleted_at = NULL,
        calendar_sequence = calendar_sequence + 1,
        revision = revision + 1,
        updated_by = p_actor_id
    WHERE
        id = p_event_id
        AND is_deleted = 1
        AND can_be_restored(deleted_at)
        -- If the office has deleted it, only the office can restore it.
        AND (updated_by = p_actor_id OR role_of(p_actor_id) = 'admin');
    IF ROW_COUNT() = 0 THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'This event can no longer be restored.';
    END IF;
    IF v_is_ahead THEN
        CALL _event_tell(p_actor_id, p_event_id, 'event_restored', 1, NULL);
    END IF;
    CALL _event_promote(p_event_id);
    CALL _event_audit(
        p_actor_id, 'event_restore', p_event_id, 1,
        JSON_OBJECT('is_deleted', 1), JSON_OBJECT('is_deleted', 0)
    );
    COMMIT;

    SELECT
        id,
        status
    FROM events
    WHERE id = p_event_id;
END //

DELIMITER ;
