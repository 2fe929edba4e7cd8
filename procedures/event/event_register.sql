-- event_register: register for an event, or join its waiting list.
--
-- If there are seats and nobody is waiting, the actor is registered. Otherwise they get the next
-- number of the waiting list. Strictly fair: as long as anyone is waiting, nobody who comes later
-- gets a seat before them, even if a seat is free because the first person needs more than one.
--
-- The event is locked first, so that concurrent registrations are handled one after the other.
-- Registering again changes nothing and returns the same; after cancelling or missing an offer,
-- people can register again, at the end of the queue and with a new ticket.
--
-- Parameters
--   p_actor_id  users.id
--   p_event_id  events.id
--   p_guests    number of guests, 0 to events.max_guests; NULL: 0
--   p_note      note to the organiser, at most 500 characters; NULL: none
-- Result sets
--   registration (one)  as _registration_row returns it; status: registered or waitlisted
-- Errors
--   45401  not signed in
--   45403  the event is not open to the actor
--   45404  no such event, or the actor may not see it
--   45409  not published, cancelled, over, or registration is closed
--   45422  invalid value
-- Example
--   CALL event_register(4, 1, 0, 'I am vegetarian.');

DROP PROCEDURE IF EXISTS event_register;

DELIMITER //

CREATE PROCEDURE event_register (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_event_id BIGINT UNSIGNED,
    IN p_guests TINYINT UNSIGNED,
    IN p_note MEDIUMTEXT
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Register for an event, or join its waiting list. | registration: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_guests TINYINT UNSIGNED DEFAULT COALESCE(p_guests, 0);
    DECLARE v_obstacle VARCHAR(128);
    DECLARE v_is_meant BOOLEAN;
    DECLARE v_max_guests TINYINT UNSIGNED;
    DECLARE v_max_attendees INT UNSIGNED;
    DECLARE v_is_seat_free BOOLEAN;
    DECLARE v_registration_id BIGINT UNSIGNED;
    DECLARE v_from VARCHAR(20);
    DECLARE v_to VARCHAR(20);
    DECLARE v_queue_number INT UNSIGNED;
    DECLARE v_code CHAR(22) DEFAULT check_in_code_new();
    DECLARE v_message VARCHAR(128);

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    -- Locked before any other read, so that the transaction's snapshot is not older than the lock.
    DO (SELECT id FROM events WHERE id = p_event_id FOR UPDATE);
    CALL _require_actor(p_actor_id, v_role);
    CALL _event_visible(p_actor_id, v_role, p_event_id);
    -- Without a lock: a missing row would lock the gap in which others insert.
    SELECT
        id,
        status
    INTO v_registration_id, v_from
    FROM event_registrations
    WHERE event_id = p_event_id AND user_id = p_actor_id;

    IF
        v_from IS NULL
        OR v_from NOT IN ('registered', 'waitlisted', 'offered', 'attended')
    THEN
        SELECT
            registration_obstacle_of(status, ends_at, closes_at, is_suspended),
            may_register_for_event(p_actor_id, v_role, creator_id, target_audience),
            max_guests,
            max_attendees
        INTO v_obstacle, v_is_meant, v_max_guests, v_max_attendees
        FROM events
        WHERE id = p_event_id;
        IF NOT v_is_meant THEN
            SIGNAL SQLSTATE '45403' SET MESSAGE_TEXT = 'This event is not open to you.';
        END IF;
        IF v_obstacle IS NOT NULL THEN
            SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = v_obstacle;
        END IF;
        CALL _require_text('note', p_note, 500, 0, 1);
        SET v_message = CASE
            WHEN v_max_guests = 0 AND v_guests > 0
                THEN 'guests: Guests are not allowed at this event.'
            WHEN v_guests > v_max_guests
                THEN CONCAT('guests: You can bring at most ', v_max_guests, ' guests.')
            WHEN 1 + v_guests > v_max_attendees
                THEN CONCAT('guests: There are only ', v_max_attendees, ' seats.')
        END;
        IF v_message IS NOT NULL THEN
            SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = v_message;
        END IF;

        -- The waiting list comes first, even if the scheduler is late.
        CALL _event_promote(p_event_id);
        SELECT
            waiting_count = 0
            AND (
                max_attendees IS NULL OR seats_taken_count + 1 + v_guests <= max_attendees
            ),
            last_queue_number + 1
        INTO v_is_seat_free, v_queue_number
        FROM events
        WHERE id = p_event_id;
        SET v_to = IF(v_is_seat_free, 'registered', 'waitlisted');
        IF v_is_seat_free THEN
            SET v_queue_number = NULL;
        ELSE
            UPDATE events
            SET last_queue_number = v_queue_number, updated_at = updated_at
            WHERE id = p_event_id;
        END IF;

        IF v_registration_id IS NULL THEN
            INSERT INTO event_registrations (
                event_id, user_id, status, guests_count, note, queue_number, registered_at,
                check_in_code, created_by, updated_by
            ) VALUES (
                p_event_id, p_actor_id, v_to, v_guests, p_note, v_queue_number,
                UTC_TIMESTAMP(6), v_code, p_actor_id, p_actor_id
            );
            SET v_registration_id = LAST_INSERT_ID();
        ELSE
            UPDATE event_registrations
            SET
                status = v_to,
                guests_count = v_guests,
                note = p_note,
                queue_number = v_queue_number,
                registered_at = UTC_TIMESTAMP(6),
                check_in_code = v_code,
                updated_by = p_actor_id
            WHERE id = v_registration_id;
        END IF;
        INSERT INTO event_registration_history (
            event_registration_id, from_status, to_status, created_at, created_by
        ) VALUES (v_registration_id, v_from, v_to, UTC_TIMESTAMP(6), p_actor_id);
        IF v_to = 'registered' THEN
            CALL _event_notify(
                p_actor_id, p_event_id, 'event_registered',
                JSON_ARRAY(JSON_ARRAY(p_actor_id, LAST_INSERT_ID())),
                JSON_OBJECT('guests_count', v_guests)
            );
        END IF;
    END IF;
    COMMIT;

    CALL _registration_row(p_actor_id, p_event_id);
END //

DELIMITER ;
