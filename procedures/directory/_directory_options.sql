-- _directory_options: what the directories can be filtered by.
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
'What the directories can be filtered by. | degrees: many, campuses: many, domains: many'
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
