-- _check_in_find: find the ticket of a code.
--
-- Codes are case-sensitive.
--
-- Parameters
--   p_code             event_registrations.check_in_code
--   p_event_id         events.id; NULL: no ticket
--   p_registration_id  event_registrations.id; NULL: no ticket
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _check_in_find;

DELIMITER //

CREATE PROCEDURE _check_in_find (
    IN p_code VARCHAR(40),
    OUT p_event_id BIGINT UNSIGNED,
    OUT p_registration_id BIGINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Find the ticket of a code.'
BEGIN
    SET p_event_id = NULL, p_registration_id = NULL;
    SELECT
        g.event_id,
        g.id
    INTO p_event_id, p_registration_id
    FROM event_registrations AS g
    JOIN events AS e ON e.id = g.event_id
    WHERE
        g.check_in_code = p_code
        AND CAST(g.check_in_code AS BINARY) = CAST(p_code AS BINARY)
        AND e.is_deleted = 0;
END //

DELIMITER ;
