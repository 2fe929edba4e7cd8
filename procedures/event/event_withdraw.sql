-- event_withdraw: cancel a registration, a seat offer or a place on the waiting list.
--
-- The first person on the waiting list is offered the seat in the same transaction. Cancelling
-- twice is harmless.
--
-- Parameters
--   p_actor_id  users.id
--   p_event_id  events.id
-- Result sets
--   registration (one)  as _registration_row returns it; status: cancelled
-- Errors
--   45401  not signed in
--   45404  no such event, or the actor has no registration
--   45409  the event has started, is cancelled or over
-- Example
--   CALL event_register(4, 1, 0, NULL);
--   CALL event_withdraw(4, 1);

DROP PROCEDURE IF EXISTS event_withdraw;

DELIMITER //

CREATE PROCEDURE event_withdraw (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_event_id BIGINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Cancel a registration or a place on the waiting list. | registration: one'
BEGIN
    DECLARE v_registration_id BIGINT UNSIGNED;
    DECLARE v_status VARCHAR(20);
    DECLARE v_starts_at DATETIME;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    CALL _registration_lock(
        p_actor_id, p_event_id, v_registration_id, v_status, v_starts_at
    );
    IF v_starts_at <= UTC_TIMESTAMP() THEN
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = 'This event has already started.';
    END IF;
    IF v_status IN ('registered', 'waitlisted', 'offered') THEN
        CALL _registrations_move(
            p_actor_id, JSON_ARRAY(v_registration_id), 'cancelled', NULL
        );
    END IF;
    CALL _event_promote(p_event_id);
    COMMIT;

    CALL _registration_row(p_actor_id, p_event_id);
END //

DELIMITER ;
