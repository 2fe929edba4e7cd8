-- _directory_options: list the filter options of the directories.
--
-- Parameters
--   none
-- Result sets
--   degrees (many)   id, name
--   campuses (many)  id, name
--   domains (many)   id, name
-- Errors
--   none

DROP PROCEDURE IF EXISTS _directory_options;

DELIMITER //

CREATE PROCEDURE _directory_options ()
READS SQL DATA
SQL SECURITY DEFINER
COMMENT
'List the filter options of the directories. | degrees: many, campuses: many, domains: many'
BEGIN
    SELECT
        id,
        name
    FROM degrees
    ORDER BY name;

    SELECT
        id,
        name
    FROM campuses
    ORDER BY name;

    SELECT
        id,
        name
    FROM skill_domains
    ORDER BY name;
END //

DELIMITER ;
