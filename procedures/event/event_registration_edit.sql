-- event_registration_edit: change the note or the number of guests of a registration.
--
-- Fewer guests free seats for the waiting list. More guests need free seats and an empty waiting
-- list: waiting people come first.
--
-- Parameters
--   p_actor_id  users.id
--   p_event_id  events.id
--   p_guests    0 to events.max_guests, or the current number; NULL: 0
--   p_note      at most 500 characters; NULL: none
-- Result sets
--   registration (one)  as _registration_row returns it
-- Errors
--   45401  not signed in
--   45404  no such event, or the actor has no registration
--   45409  the event has started, the registration is cancelled or expired, or no seat is free
--   45422  invalid value
-- Example
--   CALL event_register(4, 1, 0, NULL);
--   CALL event_registration_edit(4, 1, 0, 'I come by wheelchair.');

DROP PROCEDURE IF EXISTS event_registration_edit;

DELIMITER //

CREATE PROCEDURE event_registration_edit (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_event_id BIGINT UNSIGNED,
    IN p_guests TINYINT UNSIGNED,
    IN p_note MEDIUMTEXT
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Change the note or the number of guests of a registration. | registration: one'
BEGIN
    DECLARE v_guests TINYINT UNSIGNED DEFAULT COALESCE(p_guests, 0);
    DECLARE v_registration_id BIGINT UNSIGNED;
    DECLARE v_status VARCHAR(20);
    DECLARE v_starts_at DATETIME;
    DECLARE v_before TINYINT UNSIGNED;
    DECLARE v_obstacle VARCHAR(128);
    DECLARE v_max_guests TINYINT UNSIGNED;
    DECLARE v_is_seat_free BOOLEAN;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    CALL _registration_lock(
        p_actor_id, p_event_id, v_registration_id, v_status, v_starts_at
    );
    -- An expired offer no longer counts, and waiting people come first.
    CALL _event_promote(p_event_id);
    SELECT
        r.status,
        r.guests_count,
        e.max_guests,
        registration_obstacle_of(e.status, e.ends_at, e.closes_at, e.is_suspended),
        e.waiting_count = 0
        AND (
            e.max_attendees IS NULL
            OR e.seats_taken_count + v_guests <= e.max_attendees + r.guests_count
        )
    INTO v_status, v_before, v_max_guests, v_obstacle, v_is_seat_free
    FROM event_registrations AS r
    JOIN events AS e ON e.id = r.event_id
    WHERE r.id = v_registration_id;
    SET v_obstacle = CASE
        WHEN v_status NOT IN ('registered', 'waitlisted', 'offered')
            THEN 'You are not registered for this event.'
        WHEN v_starts_at <= UTC_TIMESTAMP() THEN 'This event has already started.'
        WHEN v_guests <= v_before THEN NULL
        WHEN v_obstacle IS NOT NULL THEN CONCAT('guests: ', v_obstacle)
        WHEN v_status = 'waitlisted'
            THEN 'guests: You can''t add guests while you are on the waiting list.'
        WHEN NOT v_is_seat_free AND v_guests <= v_max_guests
            THEN 'guests: No more seats are free. Bring fewer guests.'
    END;
    IF v_obstacle IS NOT NULL THEN
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = v_obstacle;
    END IF;
    IF v_guests > v_before AND v_guests > v_max_guests THEN
        SET v_obstacle = CONCAT('guests: You can bring at most ', v_max_guests, ' guests.');
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = v_obstacle;
    END IF;
    CALL _require_text('note', p_note, 500, 0, 1);
    UPDATE event_registrations
    SET guests_count = v_guests, note = p_note, updated_by = p_actor_id
    WHERE id = v_registration_id;
    CALL _event_promote(p_event_id);
    COMMIT;

    CALL _registration_row(p_actor_id, p_event_id);
END //

DELIMITER ;
