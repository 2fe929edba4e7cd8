-- audiences_as: return the audiences of a type of person, for previewing a profile.
--
-- Parameters
--   p_kind  visitor, student, student_of_my_campus, alumnus, person_i_follow (who may be a student)
-- Returns
--   audiences separated by commas, as audiences_of; NULL: unknown type

DROP FUNCTION IF EXISTS audiences_as;

DELIMITER //

CREATE FUNCTION audiences_as(p_kind VARCHAR(30))
RETURNS VARCHAR(100)
NO SQL
DETERMINISTIC
SQL SECURITY DEFINER
COMMENT 'Return the audiences of a type of person.'
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
