-- _profile_view_kinds: list the types of people as whom a profile can be previewed.
--
-- Parameters
--   none
-- Result sets
--   kinds (many)  name: what audiences_as accepts
-- Errors
--   none

DROP PROCEDURE IF EXISTS _profile_view_kinds;

DELIMITER //

CREATE PROCEDURE _profile_view_kinds ()
NO SQL
SQL SECURITY DEFINER
COMMENT 'List the types of people as whom a profile can be previewed. | kinds: many'
BEGIN
    SELECT k.name
    FROM
        JSON_TABLE(
            JSON_ARRAY('visitor', 'student', 'student_of_my_campus', 'alumnus', 'person_i_follow'),
            '$[*]' COLUMNS (
                position FOR ORDINALITY,
                name VARCHAR(30) PATH '$'
            )
        ) AS k
    WHERE audiences_as(k.name) IS NOT NULL
    ORDER BY k.position;
END //

DELIMITER ;
