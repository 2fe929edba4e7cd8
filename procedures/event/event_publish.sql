-- event_publish: publish a draft.
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
--   45409  not a draft, or its time has passed
-- Example
--   CALL event_publish(2, 1);
--   -- refused: 45409

DROP PROCEDURE IF EXISTS event_publish;

DELIMITER //

CREATE PROCEDURE event_publish (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_event_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Publish a draft. | event: one'
BEGIN
    DECLARE v_status VARCHAR(20);
    DECLARE v_starts_at DATETIME;
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
        starts_at
    INTO v_status, v_starts_at
    FROM events
    WHERE id = p_event_id;
    SET v_message = CASE
        WHEN v_status <> 'draft' THEN CONCAT('This event is ', v_status, ' already.')
        WHEN v_starts_at <= UTC_TIMESTAMP()
            THEN 'The start is in the past. Choose a new time before you publish it.'
    END;
    IF v_message IS NOT NULL THEN
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = v_message;
    END IF;
    UPDATE events
    SET
        status = 'published',
        published_at = UTC_TIMESTAMP(),
        calendar_sequence = calendar_sequence + 1,
        revision = revision + 1,
        updated_by = p_actor_id
    WHERE id = p_event_id;
    CALL _event_audit(
        p_actor_id, 'event_publish', p_event_id, 1,
        JSON_OBJECT('status', v_status), JSON_OBJECT('status', 'published')
    );
    COMMIT;

    SELECT
        id,
        status
    FROM events
    WHERE id = p_event_id;
END //

DELIMITER ;
