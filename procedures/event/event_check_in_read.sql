-- event_check_in_read: read the ticket of a scanned code before checking the person in.
--
-- Parameters
--   p_actor_id  users.id of the organiser or a helper
--   p_code      event_registrations.check_in_code
-- Result sets
--   event (one)         as _event_head returns it
--   registration (one)  as _checked_in_row returns it
--   door (one)          obstacle (why check-in is closed now, or NULL), free_count
--                       (seats; NULL: no limit)
-- Errors
--   45401  not signed in
--   45403  the actor is not the organiser
--   45404  no such code
-- Example
--   CALL event_check_in_read(1, 'no-such-code');  -- refused: 45404

DROP PROCEDURE IF EXISTS event_check_in_read;

DELIMITER //

CREATE PROCEDURE event_check_in_read (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_code VARCHAR(40)
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read the ticket of a scanned code. | event: one, registration: one, door: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_event_id BIGINT UNSIGNED;
    DECLARE v_registration_id BIGINT UNSIGNED;

    CALL _require_actor(p_actor_id, v_role);
    CALL _check_in_find(p_code, v_event_id, v_registration_id);
    IF v_registration_id IS NULL THEN
        SIGNAL SQLSTATE '45404'
            SET MESSAGE_TEXT = 'This code is not a ticket. Scan it again, or search by name.';
    END IF;
    CALL _require_event_crew(p_actor_id, v_event_id, 1);
    CALL _event_head(p_actor_id, v_event_id);
    CALL _checked_in_row(v_registration_id, NULL);
    CALL _door_row(v_event_id);
END //

DELIMITER ;
