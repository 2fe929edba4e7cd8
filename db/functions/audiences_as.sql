-- audiences_as: the audiences that a kind of person belongs to, to see oneself as others do.
--
-- Parameters
--   p_kind  visitor, student, student_of_my_campus, alumnus, person_i_follow (who may be a student)
-- Returns
--   audiences separated by commas, as audiences_of; NULL: there is no such kind

DROP FUNCTION IF EXISTS audiences_as;

DELIMITER //

CREATE FUNCTION audiences_as(p_kind VARCHAR(30))
RETURNS VARCHAR(100)
NO SQL
DETERMINISTIC
SQL SECURITY DEFINER
COMMENT 'The audiences that a kind of person belongs to.'
BEGIN
    RETURN CASE p_kind
        WHEN 'visitor' THEN 'everyone'
        WHEN 'student' THEN 'everyone,members'
        WHEN 'student_of_my_campus' THEN 'everyone,members,students_of_my_campus'
        WHEN 'alumnus' THEN 'everyone,members,alumni'
        WHEN 'person_i_follow' THEN 'everyone,members,people_i_follow'
    END;
END //

DELIMITER ;
