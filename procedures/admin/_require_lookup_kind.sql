-- _require_lookup_kind: reject an unknown type of lookup.
--
-- Parameters
--   p_kind  campuses, degrees, skill_domains or skills: the name of the table
-- Result sets
--   none
-- Errors
--   45404  unknown type

DROP PROCEDURE IF EXISTS _require_lookup_kind;

DELIMITER //

CREATE PROCEDURE _require_lookup_kind (IN p_kind VARCHAR(20))
NO SQL
SQL SECURITY DEFINER
COMMENT 'Reject an unknown type of lookup.'
BEGIN
    IF p_kind IS NULL OR p_kind NOT IN ('campuses', 'degrees', 'skill_domains', 'skills') THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'List not found.';
    END IF;
END //

DELIMITER ;
