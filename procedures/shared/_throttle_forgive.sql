-- _throttle_forgive: take back a counted attempt that succeeded.
--
-- Parameters
--   p_kind     as in _throttle
--   p_scope    as in _throttle
--   p_subject  as in _throttle
--   p_is_all   1: all attempts of the subject; 0: one
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _throttle_forgive;

DELIMITER //

CREATE PROCEDURE _throttle_forgive (
    IN p_kind VARCHAR(20),
    IN p_scope VARCHAR(20),
    IN p_subject VARCHAR(254),
    IN p_is_all BOOLEAN
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Take back a counted attempt that succeeded.'
BEGIN
    UPDATE throttles
    SET attempts_count = IF(p_is_all OR attempts_count = 0, 0, attempts_count - 1)
    WHERE kind = p_kind AND scope = p_scope AND subject = p_subject;
END //

DELIMITER ;
