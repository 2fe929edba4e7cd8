-- _account_terms_of: return the search terms of an account for the office.
--
-- Every current and former name in any profile, and the email address.
--
-- Parameters
--   p_user_id  users.id
-- Returns
--   JSON array of terms; NULL if the account is erased

DROP FUNCTION IF EXISTS _account_terms_of;

DELIMITER //

CREATE FUNCTION _account_terms_of(p_user_id BIGINT UNSIGNED)
RETURNS JSON
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Return the search terms of an account for the office.'
BEGIN
    DECLARE v_text TEXT;

    SELECT CAST(JSON_ARRAYAGG(n.name) AS CHAR) INTO v_text
    FROM (
        SELECT CONCAT(first_name, ' ', last_name) AS name
        FROM staff_profiles
        WHERE user_id = p_user_id
        UNION DISTINCT
        SELECT CONCAT(first_name, ' ', last_name)
        FROM alumni_profiles
        WHERE user_id = p_user_id
        UNION DISTINCT
        SELECT CONCAT(first_name, ' ', last_name)
        FROM student_profiles
        WHERE user_id = p_user_id
        UNION DISTINCT
        SELECT name
        FROM former_names
        WHERE user_id = p_user_id
        UNION DISTINCT
        -- The placeholder address of an erased account belongs to nobody.
        SELECT CONCAT(email, ' ', SUBSTRING_INDEX(email, '@', 1))
        FROM users
        WHERE id = p_user_id AND email NOT LIKE 'erased-%@invalid'
    ) AS n;
    RETURN IF(v_text IS NULL, NULL, search_terms_of(v_text, 1));
END //

DELIMITER ;
