-- shows_email_at_event: check whether the organiser of an event may see a registrant's address.
--
-- A person who registers shows it (the form says so) until they cancel. A person whom the crew
-- checked in at the door has shown nothing: the organiser sees what the person shows them anyway.
--
-- Parameters
--   p_organiser_id  users.id of the viewer
--   p_user_id       event_registrations.user_id
--   p_created_by    event_registrations.created_by
--   p_status        event_registrations.status
-- Returns
--   1 or 0

DROP FUNCTION IF EXISTS shows_email_at_event;

DELIMITER //

CREATE FUNCTION shows_email_at_event(
    p_organiser_id BIGINT UNSIGNED,
    p_user_id BIGINT UNSIGNED,
    p_created_by BIGINT UNSIGNED,
    p_status VARCHAR(20)
)
RETURNS BOOLEAN
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Check whether the organiser of an event may see a registrant''s email address.'
BEGIN
    RETURN
        (p_created_by <=> p_user_id AND p_status <> 'cancelled')
        OR COALESCE(can_see_person(p_organiser_id, p_user_id, 'email'), 0);
END //

DELIMITER ;
