-- _check_in: check in a person who has a seat; checking in twice is harmless.
--
-- Parameters
--   p_actor_id         users.id of the organiser or a helper
--   p_event_id         events.id, read before the transaction; NULL: none
--   p_registration_id  event_registrations.id
--   p_result           checked_in, or already
-- Result sets
--   none
-- Errors
--   45401  not signed in
--   45403  the actor is not the organiser
--   45404  no such registration
--   45409  the person has no seat, or check-in is not open

DROP PROCEDURE IF EXISTS _check_in;

DELIMITER //

CREATE PROCEDURE _check_in (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_event_id BIGINT UNSIGNED,
    IN p_registration_id BIGINT UNSIGNED,
    OUT p_result VARCHAR(20)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Check in a person who has a seat; checking in twice is harmless.'
BEGIN
    DECLARE v_event_status VARCHAR(20);
    DECLARE v_starts_at DATETIME;
    DECLARE v_ends_at DATETIME;
    DECLARE v_status VARCHAR(20);
    DECLARE v_message VARCHAR(128);

    IF p_event_id IS NULL THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'Registration not found.';
    END IF;
    CALL _event_crew_lock(p_actor_id, p_event_id, 1, v_event_status, v_starts_at, v_ends_at);
    SELECT status INTO v_status
    FROM event_registrations
    WHERE id = p_registration_id
    FOR UPDATE;

    SET v_message = COALESCE(
        check_in_obstacle_of(v_event_status, v_starts_at),
        CASE
            WHEN v_status = 'waitlisted' THEN 'No seat: this person is on the waiting list.'
            WHEN v_status = 'cancelled' THEN 'No seat: this registration was cancelled.'
            WHEN v_status = 'expired' THEN 'No seat: the offer expired before it was accepted.'
        END
    );
    IF v_message IS NOT NULL THEN
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = v_message;
    END IF;

    SET p_result = IF(v_status = 'attended', 'already', 'checked_in');
    IF v_status <> 'attended' THEN
        CALL _attendance_write(p_actor_id, p_registration_id, v_status, 'attended');
    END IF;
END //

DELIMITER ;
