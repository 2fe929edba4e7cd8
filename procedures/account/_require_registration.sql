-- _require_registration: reject a registration with invalid values.
--
-- Parameters
--   p_user_type                 alumni or student
--   p_phone                     NULL: none
--   p_gender                    NULL: not given
--   p_degree_id                 degrees.id; NULL: not given
--   p_campus_id                 campuses.id; NULL: not given
--   p_student_id                NULL: not given
--   p_graduation_year           NULL: not given
--   p_expected_graduation_year  NULL: not given
--   p_current_semester          NULL: not given
-- Result sets
--   none
-- Errors
--   45422  invalid value

DROP PROCEDURE IF EXISTS _require_registration;

DELIMITER //

CREATE PROCEDURE _require_registration (
    IN p_user_type VARCHAR(20),
    IN p_phone VARCHAR(40),
    IN p_gender VARCHAR(20),
    IN p_degree_id BIGINT UNSIGNED,
    IN p_campus_id BIGINT UNSIGNED,
    IN p_student_id VARCHAR(40),
    IN p_graduation_year SMALLINT UNSIGNED,
    IN p_expected_graduation_year SMALLINT UNSIGNED,
    IN p_current_semester TINYINT UNSIGNED
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Reject a registration with invalid values.'
BEGIN
    DECLARE v_year SMALLINT UNSIGNED DEFAULT YEAR(UTC_TIMESTAMP());
    DECLARE v_message VARCHAR(128);

    CALL _require_text('student_id', p_student_id, 40, 0, 0);
    SET v_message = CASE
        WHEN p_user_type IS NULL OR p_user_type NOT IN ('alumni', 'student')
            THEN 'user_type: Choose alumni or student.'
        WHEN p_phone IS NOT NULL AND NOT is_phone(p_phone)
            THEN 'phone: Use digits, spaces and + - ( ) . / only.'
        WHEN p_gender NOT IN ('female', 'male', 'other', 'undisclosed')
            THEN 'gender: Choose female, male, other or undisclosed.'
        WHEN
            p_degree_id IS NOT NULL
            AND NOT EXISTS (
                SELECT 1 FROM degrees
                WHERE id = p_degree_id AND is_retired = 0
            )
            THEN 'degree_id: Choose a degree from the list.'
        WHEN
            p_campus_id IS NOT NULL
            AND NOT EXISTS (
                SELECT 1 FROM campuses
                WHERE id = p_campus_id AND is_retired = 0
            )
            THEN 'campus_id: Choose a campus from the list.'
        WHEN p_graduation_year NOT BETWEEN 1930 AND v_year + 1
            THEN CONCAT('graduation_year: Enter a year from 1930 to ', v_year + 1, '.')
        WHEN p_expected_graduation_year NOT BETWEEN v_year - 1 AND v_year + 12
            THEN CONCAT(
                'expected_graduation_year: Enter a year from ', v_year - 1, ' to ', v_year + 12, '.'
            )
        WHEN p_current_semester NOT BETWEEN 1 AND 20
            THEN 'current_semester: Enter a number from 1 to 20.'
    END;
    IF v_message IS NOT NULL THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = v_message;
    END IF;
END //

DELIMITER ;
