-- tr_event_registration_update: update the counters when a registration changes seats or status.

DROP TRIGGER IF EXISTS tr_event_registration_update;

DELIMITER //

CREATE TRIGGER tr_event_registration_update
AFTER UPDATE ON event_registrations
FOR EACH ROW
BEGIN
    IF
        new.event_id = old.event_id
        AND (
            new.seats_count <> old.seats_count
            OR (new.status = 'waitlisted') <> (old.status = 'waitlisted')
        )
    THEN
        UPDATE events
        SET
            seats_taken_count = seats_taken_count + new.seats_count - old.seats_count,
            waiting_count
            = waiting_count + (new.status = 'waitlisted') - (old.status = 'waitlisted'),
            updated_at = updated_at
        WHERE id = new.event_id;
    ELSEIF new.event_id <> old.event_id THEN
        -- A row may also be moved to another event; each event counts its own rows.
        UPDATE events
        SET
            seats_taken_count = seats_taken_count - old.seats_count,
            waiting_count = waiting_count - (old.status = 'waitlisted'),
            updated_at = updated_at
        WHERE id = old.event_id;
        UPDATE events
        SET
            seats_taken_count = seats_taken_count + new.seats_count,
            waiting_count = waiting_count + (new.status = 'waitlisted'),
            updated_at = updated_at
        WHERE id = new.event_id;
    END IF;
END //

DELIMITER ;
