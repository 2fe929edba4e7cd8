-- verification_kinds_of: what a person of a role can prove by documents.
--
-- Also what a proof is worth later: who has graduated is not verified by having been a student.
--
-- Parameters
--   p_role  alumni, student or admin
-- Returns
--   values of verification_queue.kind, separated by commas; the office proves nothing to itself

DROP FUNCTION IF EXISTS verification_kinds_of;

DELIMITER //

CREATE FUNCTION verification_kinds_of(p_role VARCHAR(20))
RETURNS VARCHAR(100)
DETERMINISTIC
NO SQL
SQL SECURITY DEFINER
COMMENT 'What a person of a role can prove by documents.'
BEGIN
    RETURN CASE p_role
        WHEN 'alumni' THEN 'alumni_status,degree,identity'
        WHEN 'student' THEN 'student_status,identity'
        ELSE ''
    END;
END //

DELIMITER ;
