-- verification_kinds_of: list what a person of a role can prove by documents.
--
-- Also how long a proof is valid: having been verified as a student does not verify a graduate.
--
-- Parameters
--   p_role  alumni, student or admin
-- Returns
--   values of verification_queue.kind, separated by commas; none for the office

DROP FUNCTION IF EXISTS verification_kinds_of;

DELIMITER //

CREATE FUNCTION verification_kinds_of(p_role VARCHAR(20))
RETURNS VARCHAR(100)
DETERMINISTIC
NO SQL
SQL SECURITY DEFINER
COMMENT 'List what a person of a role can prove by documents.'
BEGIN
    RETURN CASE p_role
        WHEN 'alumni' THEN 'alumni_status,degree,identity'
        WHEN 'student' THEN 'student_status,identity'
        ELSE ''
    END;
END //

DELIMITER ;
