-- _require_lookup_kind: the refusal of a word that is no kind of lookup.
--
-- Parameters
--   p_kind  campuses, degrees, skill_domains or skills: the table's name
-- Result sets
--   none
-- Errors
--   45404  there is no such kind

DROP PROCEDURE IF EXISTS _require_lookup_kind;

DELIMITER //

CREATE PROCEDURE _require_lookup_kind (IN p_kind VARCHAR(20))
NO SQL
SQL SECURITY DEFINER
COMMENT 'The refusal of a word that is no kind of lookup.'
BEGIN
    IF p_kind IS NULL OR p_kind NOT IN ('campuses', 'degrees', 'skill_domains', 'skills') THEN
        SIGNAL SQLSTATE '45404' SET MESSAGE_TEXT = 'There is no such list.';
    END IF;
END //

DELIMITER ;
