-- tr_event_registration_delete: decrement the counters when a registration is deleted.

DROP TRIGGER IF EXISTS tr_event_registration_delete;

DELIMITER //

CREATE TRIGGER tr_event_registration_delete
AFTER DELETE ON event_registrations
FOR EACH ROW
BEGIN
    IF old.seats_count > 0 OR old.status = 'waitlisted' THEN
        UPDATE events
        SET
            seats_taken_count = seats_taken_count - old.seats_count,
            waiting_count = waiting_count - (old.status = 'waitlisted'),
            updated_at = updated_at
        WHERE id = old.event_id;
    END IF;
END //

DELIMITER ;
