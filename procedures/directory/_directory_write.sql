-- _directory_write: make the directories know a person as they are now.
--
-- Called in the transaction of every change of names, studies, position, skills, privacy or account
-- (the last by tr_user_update). Writes only what differs, by whole keys, so that two people who
-- save at once do not wait for each other. The caller holds the account's row.
--
-- Parameters
--   p_user_id  users.id
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _directory_write;

DELIMITER //

CREATE PROCEDURE _directory_write (IN p_user_id BIGINT UNSIGNED)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Make the directories know a person as they are now.'
BEGIN
    DECLARE v_role VARCHAR(20) DEFAULT role_of(p_user_id);
    DECLARE v_directory VARCHAR(10);
    DECLARE v_listed_in VARCHAR(10);
    DECLARE v_first_name VARCHAR(80);
    DECLARE v_last_name VARCHAR(80);
    DECLARE v_year SMALLINT UNSIGNED;
    DECLARE v_audience VARCHAR(30);

    SELECT
        IF(v_role = 'alumni', 'alumni', 'students'),
        COALESCE(a.first_name, s.first_name),
        COALESCE(a.last_name, s.last_name),
        COALESCE(a.graduation_year, s.expected_graduation_year, 0)
    INTO v_directory, v_first_name, v_last_name, v_year
    FROM users AS u
    LEFT JOIN alumni_profiles AS a ON a.user_id = u.id AND v_role = 'alumni'
    LEFT JOIN student_profiles AS s ON s.user_id = u.id AND v_role = 'student'
    WHERE u.id = p_user_id AND COALESCE(a.id, s.id) IS NOT NULL;

    SELECT directory INTO v_listed_in
    FROM directory_entries
    WHERE user_id = p_user_id;

    IF v_listed_in IS NOT NULL AND NOT v_listed_in <=> v_directory THEN
        DELETE FROM directory_entries
        WHERE user_id = p_user_id;
    END IF;

    IF v_directory IS NOT NULL THEN
        SET v_audience = audience_of(p_user_id, 'profile');
        INSERT INTO directory_entries (user_id, directory, name_key, year, audience)
        VALUES (
            p_user_id, v_directory, CONCAT(v_last_name, ', ', v_first_name), v_year, v_audience
        )
        ON DUPLICATE KEY UPDATE
            name_key = CONCAT(v_last_name, ', ', v_first_name),
            year = v_year,
            audience = v_audience;
        CALL _directory_terms_write(
            p_user_id, v_directory, _directory_texts_of(p_user_id, v_directory)
        );
        CALL _directory_facets_write(p_user_id, v_directory);
    END IF;
END //

DELIMITER ;
