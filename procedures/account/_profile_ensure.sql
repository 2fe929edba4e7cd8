-- _profile_ensure: create the profile that a role needs, if it is missing.
--
-- A graduate who was a student on the platform keeps what the student profile says; the student
-- profile stays as history.
--
-- Parameters
--   p_actor_id    users.id of the actor; NULL: a database client
--   p_user_id     users.id of the account
--   p_role        admin, alumni or student
--   p_first_name  for a new profile
--   p_last_name   for a new profile
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _profile_ensure;

DELIMITER //

CREATE PROCEDURE _profile_ensure (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED,
    IN p_role VARCHAR(20),
    IN p_first_name VARCHAR(80),
    IN p_last_name VARCHAR(80)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Create the profile that a role needs, if it is missing.'
BEGIN
    IF p_role = 'admin' THEN
        INSERT INTO staff_profiles (user_id, first_name, last_name, created_by, updated_by)
        VALUES (p_user_id, p_first_name, p_last_name, p_actor_id, p_actor_id)
        ON DUPLICATE KEY UPDATE user_id = p_user_id;
    ELSEIF p_role = 'student' THEN
        INSERT INTO student_profiles (user_id, first_name, last_name, created_by, updated_by)
        VALUES (p_user_id, p_first_name, p_last_name, p_actor_id, p_actor_id)
        ON DUPLICATE KEY UPDATE user_id = p_user_id;
    ELSE
        INSERT INTO alumni_profiles (
            user_id, first_name, last_name, phone, gender, date_of_birth, student_number,
            degree_id, campus_id, graduation_year, bio, linkedin_url, website_url,
            created_by, updated_by
        )
        SELECT
            u.id,
            p_first_name,
            p_last_name,
            s.phone,
            COALESCE(s.gender, 'undisclosed'),
            s.date_of_birth,
            -- Another account may have taken the number meanwhile; the office sees both.
            IF(
                EXISTS (SELECT 1 FROM alumni_profiles WHERE student_number = s.student_number),
                NULL, s.student_number
            ),
            s.degree_id,
            s.campus_id,
            -- An expected graduation year in the future is not copied.
            IF(
                s.expected_graduation_year <= YEAR(UTC_TIMESTAMP()),
                s.expected_graduation_year, NULL
            ),
            s.bio,
            s.linkedin_url,
            s.website_url,
            p_actor_id,
            p_actor_id
        FROM users AS u
        LEFT JOIN student_profiles AS s ON s.user_id = u.id
        WHERE u.id = p_user_id
        ON DUPLICATE KEY UPDATE user_id = alumni_profiles.user_id;
    END IF;
END //

DELIMITER ;
