-- _directory_entry_of: return the directory entry of a person.
--
-- Parameters
--   p_user_id  users.id
-- Returns
--   JSON object: directory (alumni or students), name_key, year, audience; NULL: not listed,
--   because the account may not act or belongs to the office

DROP FUNCTION IF EXISTS _directory_entry_of;

DELIMITER //

CREATE FUNCTION _directory_entry_of(p_user_id BIGINT UNSIGNED)
RETURNS JSON
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Return the directory entry of a person.'
BEGIN
    DECLARE v_role VARCHAR(20) DEFAULT role_of(p_user_id);
    DECLARE v_entry JSON;

    SELECT
        JSON_OBJECT(
            'directory', IF(v_role = 'alumni', 'alumni', 'students'),
            'name_key', CONCAT(
                COALESCE(a.last_name, s.last_name), ', ', COALESCE(a.first_name, s.first_name)
            ),
            'year', COALESCE(a.graduation_year, s.expected_graduation_year, 0),
            'audience', audience_of(u.id, 'profile')
        )
    INTO v_entry
    FROM users AS u
    LEFT JOIN alumni_profiles AS a ON a.user_id = u.id AND v_role = 'alumni'
    LEFT JOIN student_profiles AS s ON s.user_id = u.id AND v_role = 'student'
    WHERE u.id = p_user_id AND COALESCE(a.id, s.id) IS NOT NULL;
    RETURN v_entry;
END //

DELIMITER ;
