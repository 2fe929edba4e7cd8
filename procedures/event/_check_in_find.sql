-- _check_in_find: whose ticket a code is.
--
-- Capitals and small letters are different ones in a code.
--
-- Parameters
--   p_code             event_registrations.check_in_code
--   p_event_id         events.id; NULL: nobody's
--   p_registration_id  event_registrations.id; NULL: nobody's
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
COMMENT 'Whose ticket a code is.'
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
