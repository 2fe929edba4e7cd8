-- event_check_in_read: whose ticket a scanned code is, before they are let in.
--
-- Parameters
--   p_actor_id  users.id of who runs the event or helps
--   p_code      event_registrations.check_in_code
-- Result sets
--   event (one)         as _event_head returns it
--   registration (one)  as _checked_in_row returns it
--   door (one)          obstacle (a sentence why nobody is checked in now, or NULL), free_count
--                       (seats; NULL: as many as come)
-- Errors
--   45401  nobody is signed in
--   45403  somebody else's event
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
COMMENT 'Whose ticket a scanned code is. | event: one, registration: one, door: one'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_event_id BIGINT UNSIGNED;
    DECLARE v_registration_id BIGINT UNSIGNED;

    CALL _require_actor(p_actor_id, v_role);
    CALL _check_in_find(p_code, v_event_id, v_registration_id);
    IF v_registration_id IS NULL THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'This code is no ticket.';
    END IF;
    CALL _require_event_crew(p_actor_id, v_event_id, 1);
    CALL _event_head(p_actor_id, v_event_id);
    CALL _checked_in_row(v_registration_id, NULL);
    CALL _door_row(v_event_id);
END //

DELIMITER ;
