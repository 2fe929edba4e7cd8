-- _require_graduation_year: reject an impossible year of graduation.
--
-- Parameters
--   p_year  NULL: not given
-- Result sets
--   none
-- Errors
--   45422  too early or too late

DROP PROCEDURE IF EXISTS _require_graduation_year;

DELIMITER //

CREATE PROCEDURE _require_graduation_year (IN p_year SMALLINT UNSIGNED)
NO SQL
SQL SECURITY DEFINER
COMMENT 'Reject an impossible year of graduation.'
BEGIN
    DECLARE v_most SMALLINT UNSIGNED DEFAULT YEAR(UTC_TIMESTAMP()) + 1;
    DECLARE v_message VARCHAR(128);

    IF p_year NOT BETWEEN 1930 AND v_most THEN
        SET v_message = CONCAT('graduation_year: Enter a year from 1930 to ', v_most, '.');
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = v_message;
    END IF;
END //

DELIMITER ;
