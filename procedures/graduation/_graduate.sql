-- _graduate: turn a student into a graduate, in the same account.
--
-- Names, studies, contact, bio and links are copied to the alumni profile, with skills and
-- projects;
-- photo, links, former names and privacy belong to the account and stay. The student
-- profile remains as history. A person who was a graduate before keeps that profile, and the degree
-- is added to it. The caller holds the lock on the account and has checked that it is a student's.
--
-- Parameters
--   p_actor_id         users.id of the admin
--   p_user_id          users.id of the student
--   p_degree_id        degrees.id; NULL: that of the student profile
--   p_graduation_year  NULL: the expected year, or this year if that is in the future
--   p_action           name of the calling procedure, for the audit log
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _graduate;

DELIMITER //

CREATE PROCEDURE _graduate (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_user_id BIGINT UNSIGNED,
    IN p_degree_id BIGINT UNSIGNED,
    IN p_graduation_year SMALLINT UNSIGNED,
    IN p_action VARCHAR(64)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Turn a student into a graduate, in the same account.'
BEGIN
    DECLARE v_this_year SMALLINT UNSIGNED DEFAULT YEAR(UTC_TIMESTAMP());
    DECLARE v_first_name VARCHAR(80);
    DECLARE v_last_name VARCHAR(80);
    DECLARE v_degree_id BIGINT UNSIGNED;
    DECLARE v_degree VARCHAR(160);
    DECLARE v_year SMALLINT UNSIGNED;
    DECLARE v_profile_id BIGINT UNSIGNED;
    DECLARE v_earlier_degree_id BIGINT UNSIGNED;
    DECLARE v_is_listed INT UNSIGNED;

    SELECT
        first_name,
        last_name,
        COALESCE(p_degree_id, degree_id),
        COALESCE(p_graduation_year, LEAST(expected_graduation_year, v_this_year), v_this_year)
    INTO v_first_name, v_last_name, v_degree_id, v_year
    FROM student_profiles
    WHERE user_id = p_user_id;

    SELECT
        id,
        degree_id
    INTO v_profile_id, v_earlier_degree_id
    FROM alumni_profiles
    WHERE user_id = p_user_id;

    IF v_earlier_degree_id <> v_degree_id THEN
        SELECT COUNT(*) INTO v_is_listed
        FROM alumni_degrees
        WHERE alumni_profile_id = v_profile_id AND degree_id = v_degree_id;

        IF v_is_listed = 0 THEN
            INSERT INTO alumni_degrees (
                alumni_profile_id, degree_id, graduation_year, created_by, updated_by
            ) VALUES (v_profile_id, v_degree_id, v_year, p_actor_id, p_actor_id);
        END IF;
    ELSEIF
        -- Without a name there is no student profile either: _role_set refuses that.
        v_first_name IS NOT NULL
        AND (v_earlier_degree_id IS NULL OR v_degree_id IS NOT NULL)
    THEN
        CALL _profile_ensure(p_actor_id, p_user_id, 'alumni', v_first_name, v_last_name);
        UPDATE alumni_profiles
        SET
            degree_id = COALESCE(v_degree_id, degree_id),
            graduation_year = v_year,
            updated_by = p_actor_id
        WHERE user_id = p_user_id;
    END IF;

    -- Last, so that the directories are written once and completely.
    CALL _role_set(p_actor_id, p_user_id, 'alumni', p_action);

    SELECT name INTO v_degree
    FROM degrees
    WHERE id = v_degree_id;
    CALL _notify(
        p_actor_id, p_user_id, 'verification', 'graduated', 'graduation', '/profile/edit',
        JSON_OBJECT('degree', v_degree, 'graduation_year', v_year, 'user_id', p_user_id),
        'graduated',
        -- The id of the role change in the audit log is the fact key of the mail.
        CONCAT('graduated:', LAST_INSERT_ID())
    );
END //

DELIMITER ;
