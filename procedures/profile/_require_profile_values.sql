-- _require_profile_values: reject invalid values of a profile.
--
-- Parameters
--   p_first_name                as in profile_edit
--   p_last_name                 as in profile_edit
--   p_phone                     as in profile_edit
--   p_gender                    as in profile_edit
--   p_date_of_birth             as in profile_edit
--   p_nationality               as in profile_edit
--   p_bio                       as in profile_edit
--   p_linkedin_url              as in profile_edit
--   p_website_url               as in profile_edit
--   p_current_job_title         as in profile_edit
--   p_current_company           as in profile_edit
--   p_industry                  as in profile_edit
--   p_location                  as in profile_edit
--   p_degree_id                 as in profile_edit
--   p_campus_id                 as in profile_edit
--   p_graduation_year           as in profile_edit
--   p_current_semester          as in profile_edit
--   p_cgpa                      as in profile_edit
--   p_expected_graduation_year  as in profile_edit
--   p_clear                     as in profile_edit
-- Result sets
--   none
-- Errors
--   45422  invalid value

DROP PROCEDURE IF EXISTS _require_profile_values;

DELIMITER //

CREATE PROCEDURE _require_profile_values (
    IN p_first_name VARCHAR(80),
    IN p_last_name VARCHAR(80),
    IN p_phone VARCHAR(40),
    IN p_gender VARCHAR(20),
    IN p_date_of_birth DATE,
    IN p_nationality VARCHAR(80),
    IN p_bio TEXT,
    IN p_linkedin_url VARCHAR(300),
    IN p_website_url VARCHAR(300),
    IN p_current_job_title VARCHAR(120),
    IN p_current_company VARCHAR(120),
    IN p_industry VARCHAR(80),
    IN p_location VARCHAR(120),
    IN p_degree_id BIGINT UNSIGNED,
    IN p_campus_id BIGINT UNSIGNED,
    IN p_graduation_year SMALLINT UNSIGNED,
    IN p_current_semester TINYINT UNSIGNED,
    IN p_cgpa DECIMAL(3, 2),
    IN p_expected_graduation_year SMALLINT UNSIGNED,
    IN p_clear VARCHAR(500)
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Reject invalid values of a profile.'
BEGIN
    DECLARE v_year SMALLINT UNSIGNED DEFAULT YEAR(UTC_TIMESTAMP());
    DECLARE v_is_degree INT UNSIGNED;
    DECLARE v_is_campus INT UNSIGNED;
    DECLARE v_message VARCHAR(128);

    CALL _require_text(
        'first_name', p_first_name, 80,
        p_first_name IS NOT NULL OR COALESCE(FIND_IN_SET('first_name', p_clear), 0) > 0, 0
    );
    CALL _require_text(
        'last_name', p_last_name, 80,
        p_last_name IS NOT NULL OR COALESCE(FIND_IN_SET('last_name', p_clear), 0) > 0, 0
    );
    CALL _require_text('nationality', p_nationality, 80, 0, 0);
    CALL _require_text('bio', p_bio, 10000, 0, 1);
    CALL _require_link('linkedin_url', p_linkedin_url);
    CALL _require_link('website_url', p_website_url);
    CALL _require_text('current_job_title', p_current_job_title, 120, 0, 0);
    CALL _require_text('current_company', p_current_company, 120, 0, 0);
    CALL _require_text('industry', p_industry, 80, 0, 0);
    CALL _require_text('location', p_location, 120, 0, 0);
    CALL _require_graduation_year(p_graduation_year);
    SELECT COUNT(*) INTO v_is_degree
    FROM degrees
    WHERE id = p_degree_id;
    SELECT COUNT(*) INTO v_is_campus
    FROM campuses
    WHERE id = p_campus_id;
    SET v_message = CASE
        WHEN NOT is_phone(p_phone) THEN 'phone: Use digits, spaces and + - ( ) . / only.'
        WHEN p_gender NOT IN ('female', 'male', 'other', 'undisclosed')
            THEN 'gender: Choose female, male, other or undisclosed.'
        WHEN p_date_of_birth NOT BETWEEN '1900-01-01' AND UTC_DATE() - INTERVAL 10 YEAR
            THEN 'date_of_birth: Enter your date of birth.'
        WHEN p_degree_id IS NOT NULL AND v_is_degree = 0
            THEN 'degree_id: Choose a degree from the list.'
        WHEN p_campus_id IS NOT NULL AND v_is_campus = 0
            THEN 'campus_id: Choose a campus from the list.'
        WHEN p_current_semester NOT BETWEEN 1 AND 20
            THEN 'current_semester: Enter a number from 1 to 20.'
        WHEN p_cgpa NOT BETWEEN 0 AND 4 THEN 'cgpa: Enter a number from 0.00 to 4.00.'
        WHEN p_expected_graduation_year NOT BETWEEN v_year - 1 AND v_year + 12
            THEN CONCAT(
                'expected_graduation_year: Enter a year from ', v_year - 1, ' to ', v_year + 12, '.'
            )
    END;
    IF v_message IS NOT NULL THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = v_message;
    END IF;
END //

DELIMITER ;
