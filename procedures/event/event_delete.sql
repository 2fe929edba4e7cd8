-- event_delete: delete an event; it can be restored for 30 days.
--
-- If people are expecting it, they are notified as if it were cancelled.
--
-- Parameters
--   p_actor_id  users.id of the creator or an admin
--   p_event_id  events.id
-- Result sets
--   event (one)  id, title
-- Errors
--   45401  not signed in
--   45403  the actor is not the organiser
--   45404  no such event
-- Example
--   CALL event_delete(1, 1);

DROP PROCEDURE IF EXISTS event_delete;

DELIMITER //

CREATE PROCEDURE event_delete (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_event_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Delete an event; it can be restored. | event: one'
BEGIN
    DECLARE v_is_ahead BOOLEAN;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    CALL _event_lock(p_actor_id, p_event_id, 0);
    SELECT status = 'published' AND ends_at > UTC_TIMESTAMP() INTO v_is_ahead
    FROM events
    WHERE id = p_event_id;
    UPDATE events
    SET
        is_deleted = 1,
        deleted_at = UTC_TIMESTAMP(),
        calendar_sequence = calendar_sequence + 1,
        revision = revision + 1,
        updated_by = p_actor_id
    WHERE id = p_event_id;
    IF v_is_ahead THEN
        CALL _event_tell(
            p_actor_id, p_event_id, 'event_cancelled', 1, JSON_OBJECT('reason', NULL)
        );
    END IF;
    CALL _event_audit(
        p_actor_id, 'event_delete', p_event_id, 1,
        JSON_OBJECT('is_deleted', 0), JSON_OBJECT('is_deleted', 1)
    );
    COMMIT;

    SELECT
        id,
        title
    FROM events
    WHERE id = p_event_id;
END //

DELIMITER ;
