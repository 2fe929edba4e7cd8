-- _require_application_status: reject an unknown status of an application.
--
-- Parameters
--   p_field   name of the parameter without p_, for the message
--   p_status  one of the eight statuses; NULL is invalid
-- Result sets
--   none
-- Errors
--   45422  unknown status

DROP PROCEDURE IF EXISTS _require_application_status;

DELIMITER //

CREATE PROCEDURE _require_application_status (
    IN p_field VARCHAR(40),
    IN p_status VARCHAR(20)
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Reject an unknown status of an application.'
BEGIN
    DECLARE v_message VARCHAR(128) DEFAULT CONCAT(p_field, ': Choose a status from the list.');

    -- Every status is the target of some move.
    IF p_status IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM job_application_moves
        WHERE to_status = p_status
    ) THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = v_message;
    END IF;
END //

DELIMITER ;
