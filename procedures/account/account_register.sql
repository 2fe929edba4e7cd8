-- account_register: register as a graduate or student.
--
-- The account can sign in after its email address is confirmed and, if the setting
-- registration_requires_approval is 1, after an admin has approved it.
--
-- Parameters
--   p_actor_id                  NULL; a signed-in person already has an account
--   p_user_type                 alumni or student
--   p_first_name                given name
--   p_last_name                 family name
--   p_email                     sign-in name; the confirmation mail is sent there
--   p_password_hash             Argon2id, made by the client
--   p_phone                     digits, spaces and + - ( ) . /; NULL: none
--   p_gender                    female, male, other, undisclosed; NULL: undisclosed
--   p_degree_id                 degrees.id; NULL: not given
--   p_campus_id                 campuses.id; NULL: not given
--   p_student_id                number on the student card; NULL: not given
--   p_graduation_year           for graduates
--   p_expected_graduation_year  for students
--   p_current_semester          for students, 1 to 20
-- Result sets
--   account (one)  id, email, role, status
-- Errors
--   45409  already signed in, or the email address has an account
--   45422  invalid value, or a student number that has an account
--   45429  too many registrations from one network address
-- Example
--   CALL account_register(
--       NULL, 'alumni', 'Grace', 'Hopper', 'grace.hopper@example.net', '$argon2id$example',
--       NULL, NULL, NULL, NULL, NULL, 1934, NULL, NULL
--   );

DROP PROCEDURE IF EXISTS account_register;

DELIMITER //

CREATE PROCEDURE account_register (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_user_type VARCHAR(20),
    IN p_first_name VARCHAR(80),
    IN p_last_name VARCHAR(80),
    IN p_email VARCHAR(254),
    IN p_password_hash VARCHAR(255),
    IN p_phone VARCHAR(40),
    IN p_gender VARCHAR(20),
    IN p_degree_id BIGINT UNSIGNED,
    IN p_campus_id BIGINT UNSIGNED,
    IN p_student_id VARCHAR(40),
    IN p_graduation_year SMALLINT UNSIGNED,
    IN p_expected_graduation_year SMALLINT UNSIGNED,
    IN p_current_semester TINYINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Register as a graduate or student. | account: one'
BEGIN
    DECLARE v_user_id BIGINT UNSIGNED;
    DECLARE v_student_number VARCHAR(40) DEFAULT NULLIF(TRIM(p_student_id), '');
    DECLARE v_others_count INT UNSIGNED;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    IF p_actor_id IS NOT NULL THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'You are already signed in. Sign out to register another person.';
    END IF;

    CALL _require_registration(
        p_user_type, p_phone, p_gender, p_degree_id, p_campus_id, p_student_id,
        p_graduation_year, p_expected_graduation_year, p_current_semester
    );
    CALL _require_person(p_first_name, p_last_name, p_email);

    START TRANSACTION;
    CALL _throttle(
        'register', 'address', @client_address, setting_of('registrations_per_address'), 3600
    );
    -- Counted in every case: otherwise anyone could find out which addresses have an account.
    COMMIT;

    START TRANSACTION;
    SELECT COUNT(*) INTO v_others_count
    FROM (
        SELECT user_id
        FROM alumni_profiles
        WHERE student_number = v_student_number
        UNION ALL
        SELECT user_id
        FROM student_profiles
        WHERE student_number = v_student_number
    ) AS n;
    IF v_others_count > 0 THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT
            = 'student_id: This number has an account. Sign in, or contact the alumni office.';
    END IF;
    CALL _account_create(NULL, p_email, p_password_hash, p_user_type, v_user_id);
    CALL _profile_ensure(v_user_id, v_user_id, p_user_type, p_first_name, p_last_name);
    IF p_user_type = 'alumni' THEN
        UPDATE alumni_profiles
        SET
            phone = p_phone,
            gender = COALESCE(p_gender, 'undisclosed'),
            student_number = v_student_number,
            degree_id = p_degree_id,
            campus_id = p_campus_id,
            graduation_year = p_graduation_year
        WHERE user_id = v_user_id;
    ELSE
        UPDATE student_profiles
        SET
            phone = p_phone,
            gender = COALESCE(p_gender, 'undisclosed'),
            student_number = v_student_number,
            degree_id = p_degree_id,
            campus_id = p_campus_id,
            current_semester = p_current_semester,
            expected_graduation_year = p_expected_graduation_year
        WHERE user_id = v_user_id;
    END IF;
    CALL _account_terms_write(v_user_id);
    CALL _audit(
        v_user_id, 'account_register', 'users', v_user_id, NULL,
        JSON_OBJECT('email', p_email, 'role', p_user_type, 'status', 'pending')
    );
    CALL _confirmation_mail(v_user_id);
    COMMIT;

    CALL _account_read(v_user_id);
END //

DELIMITER ;
