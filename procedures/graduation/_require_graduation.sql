-- _require_graduation: reject a degree or year in which nobody can have graduated.
--
-- A retired degree is valid: its last students still graduate.
--
-- Parameters
--   p_degree_id        degrees.id; NULL is checked by the caller
--   p_graduation_year  NULL is checked by the caller
-- Result sets
--   none
-- Errors
--   45422  invalid value

DROP PROCEDURE IF EXISTS _require_graduation;

DELIMITER //

CREATE PROCEDURE _require_graduation (
    IN p_degree_id BIGINT UNSIGNED,
    IN p_graduation_year SMALLINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Reject a degree or year in which nobody can have graduated.'
BEGIN
    DECLARE v_year SMALLINT UNSIGNED DEFAULT YEAR(UTC_TIMESTAMP());
    DECLARE v_known INT UNSIGNED;
    DECLARE v_message VARCHAR(128);

    IF p_degree_id IS NOT NULL THEN
        SELECT COUNT(*) INTO v_known
        FROM degrees
        WHERE id = p_degree_id;
    END IF;
    SET v_message = CASE
        WHEN v_known = 0 THEN 'degree_id: Choose a degree from the list.'
        WHEN p_graduation_year NOT BETWEEN 1930 AND v_year + 1
            THEN CONCAT('graduation_year: Enter a year from 1930 to ', v_year + 1, '.')
    END;
    IF v_message IS NOT NULL THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = v_message;
    END IF;
END //

DELIMITER ;
