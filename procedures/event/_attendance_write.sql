-- _attendance_write: record that a person attended, or undo it.
--
-- The caller holds the locks on the event and the registration.
--
-- Parameters
--   p_actor_id         users.id of the actor; NULL: automatic
--   p_registration_id  event_registrations.id
--   p_before           its current status
--   p_status           attended, registered or no_show
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _attendance_write;

DELIMITER //

CREATE PROCEDURE _attendance_write (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_registration_id BIGINT UNSIGNED,
    IN p_before VARCHAR(20),
    IN p_status VARCHAR(20)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Record that a person attended, or undo it.'
BEGIN
    UPDATE event_registrations
    SET
        status = p_status,
        offer_expires_at = NULL,
        checked_in_at = IF(p_status = 'attended', UTC_TIMESTAMP(), NULL),
        checked_in_by = IF(p_status = 'attended', p_actor_id, NULL),
        updated_by = p_actor_id
    WHERE id = p_registration_id;
    INSERT INTO event_registration_history (
        event_registration_id, from_status, to_status, created_by
    ) VALUES (p_registration_id, p_before, p_status, p_actor_id);
END //

DELIMITER ;
