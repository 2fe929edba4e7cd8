-- profile_edit: edit your profile; values that are not given stay unchanged.
--
-- NULL leaves a value unchanged, so a client that knows only some fields erases none of the others.
-- p_clear names the values to empty. Values that the profile of the role does not have are ignored.
--
-- Parameters
--   p_actor_id                  users.id of the person
--   p_first_name                at most 80 characters
--   p_last_name                 at most 80 characters
--   p_phone                     digits, spaces and + - ( ) . /
--   p_gender                    female, male, other, undisclosed
--   p_date_of_birth             at least ten years ago
--   p_nationality               students
--   p_bio                       Markdown, at most 10,000 characters
--   p_linkedin_url              a web address
--   p_website_url               a web address
--   p_current_job_title         alumni and the office
--   p_current_company           alumni
--   p_industry                  alumni
--   p_location                  alumni
--   p_is_mentor                 alumni: 1 to be listed as a mentor
--   p_skills                    names separated by commas: exactly these; existing levels are kept
--   p_show_phone                1: members see the phone; 0: only you
--   p_degree_id                 degrees.id
--   p_campus_id                 campuses.id
--   p_graduation_year           alumni
--   p_current_semester          students: 1 to 20
--   p_cgpa                      students: 0.00 to 4.00
--   p_expected_graduation_year  students
--   p_clear                     names of optional parameters to empty,
--                                separated by commas; NULL: none
-- Result sets
--   none
-- Errors
--   45401  not signed in
--   45422  invalid value
-- Example
--   CALL profile_edit(
--       2, 'Elena', 'Ivanova', NULL, NULL, NULL, NULL, 'Asks **why**.', NULL, NULL, NULL, NULL,
--       NULL, NULL, 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'phone'
--   );

DROP PROCEDURE IF EXISTS profile_edit;

DELIMITER //

CREATE PROCEDURE profile_edit (
    IN p_actor_id BIGINT UNSIGNED,
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
    IN p_is_mentor BOOLEAN,
    IN p_skills TEXT,
    IN p_show_phone BOOLEAN,
    IN p_degree_id BIGINT UNSIGNED,
    IN p_campus_id BIGINT UNSIGNED,
    IN p_graduation_year SMALLINT UNSIGNED,
    IN p_current_semester TINYINT UNSIGNED,
    IN p_cgpa DECIMAL(3, 2),
    IN p_expected_graduation_year SMALLINT UNSIGNED,
    IN p_clear VARCHAR(500)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Edit your profile; values that are not given stay unchanged.'
BEGIN
    DECLARE v_role VARCHAR(20);
    DECLARE v_profile_id BIGINT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    START TRANSACTION;
    CALL _profile_lock(p_actor_id, v_role, v_profile_id);
    CALL _require_profile_values(
        p_first_name, p_last_name, p_phone, p_gender, p_date_of_birth, p_nationality, p_bio,
        p_linkedin_url, p_website_url, p_current_job_title, p_current_company, p_industry,
        p_location, p_degree_id, p_campus_id, p_graduation_year, p_current_semester, p_cgpa,
        p_expected_graduation_year, p_clear
    );
    IF v_role = 'alumni' THEN
        UPDATE alumni_profiles
        SET
            first_name = COALESCE(p_first_name, first_name),
            last_name = COALESCE(p_last_name, last_name),
            phone = IF(FIND_IN_SET('phone', p_clear), NULL, COALESCE(p_phone, phone)),
            gender = IF(
                FIND_IN_SET('gender', p_clear), 'undisclosed', COALESCE(p_gender, gender)
            ),
            date_of_birth = IF(
                FIND_IN_SET('date_of_birth', p_clear), NULL,
                COALESCE(p_date_of_birth, date_of_birth)
            ),
            bio = IF(FIND_IN_SET('bio', p_clear), NULL, COALESCE(p_bio, bio)),
            linkedin_url = IF(
                FIND_IN_SET('linkedin_url', p_clear), NULL,
                COALESCE(p_linkedin_url, linkedin_url)
            ),
            website_url = IF(
                FIND_IN_SET('website_url', p_clear), NULL,
                COALESCE(p_website_url, website_url)
            ),
            current_job_title = IF(
                FIND_IN_SET('current_job_title', p_clear), NULL,
                COALESCE(p_current_job_title, current_job_title)
            ),
            current_company = IF(
                FIND_IN_SET('current_company', p_clear), NULL,
                COALESCE(p_current_company, current_company)
            ),
            industry = IF(FIND_IN_SET('industry', p_clear), NULL, COALESCE(p_industry, industry)),
            location = IF(FIND_IN_SET('location', p_clear), NULL, COALESCE(p_location, location)),
            is_mentor = COALESCE(p_is_mentor, is_mentor) <> 0,
            degree_id = IF(
                FIND_IN_SET('degree_id', p_clear), NULL,
                COALESCE(p_degree_id, degree_id)
            ),
            campus_id = IF(
                FIND_IN_SET('campus_id', p_clear), NULL,
                COALESCE(p_campus_id, campus_id)
            ),
            graduation_year = IF(
                FIND_IN_SET('graduation_year', p_clear), NULL,
                COALESCE(p_graduation_year, graduation_year)
            ),
            updated_by = p_actor_id
        WHERE id = v_profile_id;
    ELSEIF v_role = 'student' THEN
        UPDATE student_profiles
        SET
            first_name = COALESCE(p_first_name, first_name),
            last_name = COALESCE(p_last_name, last_name),
            phone = IF(FIND_IN_SET('phone', p_clear), NULL, COALESCE(p_phone, phone)),
            gender = IF(
                FIND_IN_SET('gender', p_clear), 'undisclosed', COALESCE(p_gender, gender)
            ),
            date_of_birth = IF(
                FIND_IN_SET('date_of_birth', p_clear), NULL,
                COALESCE(p_date_of_birth, date_of_birth)
            ),
            nationality = IF(
                FIND_IN_SET('nationality', p_clear), NULL,
                COALESCE(p_nationality, nationality)
            ),
            bio = IF(FIND_IN_SET('bio', p_clear), NULL, COALESCE(p_bio, bio)),
            linkedin_url = IF(
                FIND_IN_SET('linkedin_url', p_clear), NULL,
                COALESCE(p_linkedin_url, linkedin_url)
            ),
            website_url = IF(
                FIND_IN_SET('website_url', p_clear), NULL,
                COALESCE(p_website_url, website_url)
            ),
            degree_id = IF(
                FIND_IN_SET('degree_id', p_clear), NULL,
                COALESCE(p_degree_id, degree_id)
            ),
            campus_id = IF(
                FIND_IN_SET('campus_id', p_clear), NULL,
                COALESCE(p_campus_id, campus_id)
            ),
            current_semester = IF(
                FIND_IN_SET('current_semester', p_clear), NULL,
                COALESCE(p_current_semester, current_semester)
            ),
            cgpa = IF(FIND_IN_SET('cgpa', p_clear), NULL, COALESCE(p_cgpa, cgpa)),
            expected_graduation_year = IF(
                FIND_IN_SET('expected_graduation_year', p_clear), NULL,
                COALESCE(p_expected_graduation_year, expected_graduation_year)
            ),
            updated_by = p_actor_id
        WHERE id = v_profile_id;
    ELSE
        UPDATE staff_profiles
        SET
            first_name = COALESCE(p_first_name, first_name),
            last_name = COALESCE(p_last_name, last_name),
            phone = IF(FIND_IN_SET('phone', p_clear), NULL, COALESCE(p_phone, phone)),
            job_title = IF(
                FIND_IN_SET('current_job_title', p_clear), NULL,
                COALESCE(p_current_job_title, job_title)
            ),
            updated_by = p_actor_id
        WHERE id = v_profile_id;
    END IF;
    IF v_role <> 'admin' THEN
        IF p_skills IS NOT NULL OR FIND_IN_SET('skills', p_clear) THEN
            CALL _require_text('skills', p_skills, 4000, 0, 0);
            CALL _profile_skills_write(p_actor_id, v_role, v_profile_id, p_skills);
        END IF;
        IF p_show_phone IS NOT NULL THEN
            CALL _privacy_write(
                p_actor_id,
                JSON_ARRAY(JSON_ARRAY('phone', IF(p_show_phone, 'members', 'only_me')))
            );
        END IF;
        CALL _directory_write(p_actor_id);
    END IF;
    COMMIT;
END //

DELIMITER ;
