-- _checked_in_row: read one registration as the people at the door see it.
--
-- Parameters
--   p_registration_id  event_registrations.id
--   p_result           what has just happened to it; NULL: nothing
-- Result sets
--   registration (one)  id, event_id, user_id, name, status, guests_count, note, checked_in_at,
--                       checked_in_by_name, is_checked_in, has_seat (1: can be checked in), result
-- Errors
--   none

DROP PROCEDURE IF EXISTS _checked_in_row;

DELIMITER //

CREATE PROCEDURE _checked_in_row (
    IN p_registration_id BIGINT UNSIGNED,
    IN p_result VARCHAR(20)
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Read one registration as the people at the door see it. | registration: one'
BEGIN
    SELECT
        id,
        event_id,
        user_id,
        status,
        guests_count,
        note,
        checked_in_at,
        status = 'attended' AS is_checked_in,
        status IN ('registered', 'offered', 'no_show') AS has_seat,
        name_of(user_id) AS name,
        name_of(checked_in_by) AS checked_in_by_name,
        p_result AS result
    FROM event_registrations
    WHERE id = p_registration_id;
END //

DELIMITER ;
