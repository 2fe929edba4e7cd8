-- _require_application_status: the refusal of a state that applications do not have.
--
-- Parameters
--   p_field   name of the parameter without p_, for the message
--   p_status  one of the eight states; NULL is none
-- Result sets
--   none
-- Errors
--   45422  there is no such state

DROP PROCEDURE IF EXISTS _require_application_status;

DELIMITER //

CREATE PROCEDURE _require_application_status (
    IN p_field VARCHAR(40),
    IN p_status VARCHAR(20)
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'The refusal of a state that applications do not have.'
BEGIN
    DECLARE v_message VARCHAR(128) DEFAULT CONCAT(p_field, ': There is no such state.');

    -- Every state is the goal of some move.
    IF p_status IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM job_application_moves
        WHERE to_status = p_status
    ) THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = v_message;
    END IF;
END //

DELIMITER ;
