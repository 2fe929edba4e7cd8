-- tr_event_registration_insert: count the seats or the waiting place of a new registration.

DROP TRIGGER IF EXISTS tr_event_registration_insert;

DELIMITER //

CREATE TRIGGER tr_event_registration_insert
AFTER INSERT ON event_registrations
FOR EACH ROW
BEGIN
    -- The event is updated only if a sum changes; updated_at records changes by people.
    IF new.seats_count > 0 OR new.status = 'waitlisted' THEN
        UPDATE events
        SET
            seats_taken_count = seats_taken_count + new.seats_count,
            waiting_count = waiting_count + (new.status = 'waitlisted'),
            updated_at = updated_at
        WHERE id = new.event_id;
    END IF;
END //

DELIMITER ;
