-- event_complete: complete an event that has taken place.
--
-- If anyone was checked in, registered people who were not checked in count as absent. An event is
-- completed automatically event_completion_hours after its end (events_complete_due).
--
-- Parameters
--   p_actor_id  users.id of the creator or an admin
--   p_event_id  events.id
-- Result sets
--   event (one)  id, status
-- Errors
--   45401  not signed in
--   45403  the actor is not the organiser
--   45404  no such event
--   45409  not over yet, a draft, cancelled, or already completed
-- Example
--   CALL event_complete(2, 1);
--   -- refused: 45409

DROP PROCEDURE IF EXISTS event_complete;

DELIMITER //

CREATE PROCEDURE event_complete (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_event_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Complete an event that has taken place. | event: one'
BEGIN
    DECLARE v_status VARCHAR(20);
    DECLARE v_ends_at DATETIME;
    DECLARE v_message VARCHAR(128);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    CALL _event_lock(p_actor_id, p_event_id, 0);
    SELECT
        status,
        ends_at
    INTO v_status, v_ends_at
    FROM events
    WHERE id = p_event_id;
    SET v_message = CASE
        WHEN v_status = 'draft' THEN 'This event is still a draft. Delete it instead.'
        WHEN v_status <> 'published' THEN CONCAT('This event is ', v_status, ' already.')
        WHEN v_ends_at > UTC_TIMESTAMP()
            THEN 'This event is not over yet. Complete it after its end.'
    END;
    IF v_message IS NOT NULL THEN
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = v_message;
    END IF;
    CALL _event_complete(p_actor_id, p_event_id, 'event_complete');
    COMMIT;

    SELECT
        id,
        status
    FROM events
    WHERE id = p_event_id;
END //

DELIMITER ;
