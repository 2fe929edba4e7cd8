-- _require_directory_filters: reject filter values that do not exist.
--
-- Parameters
--   p_proficiency  NULL: any
--   p_sort         NULL: the default
-- Result sets
--   none
-- Errors
--   45422  a filter has a value that does not exist

DROP PROCEDURE IF EXISTS _require_directory_filters;

DELIMITER //

CREATE PROCEDURE _require_directory_filters (
    IN p_proficiency VARCHAR(20),
    IN p_sort VARCHAR(10)
)
NO SQL
SQL SECURITY DEFINER
COMMENT 'Reject filter values that do not exist.'
BEGIN
    IF p_proficiency NOT IN ('beginner', 'intermediate', 'advanced', 'expert') THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT
            = 'proficiency: Choose beginner, intermediate, advanced or expert.';
    END IF;
    IF p_sort NOT IN ('match', 'name', 'newest', 'year') THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'sort: Choose match, name, newest or year.';
    END IF;
END //

DELIMITER ;
