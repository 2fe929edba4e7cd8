-- _profile_views_count: count a view of a person, or take one back.
--
-- Views count for the alumni profile of those who have one. What was counted for the student before
-- stays there; it is taken back there once the alumni profile has none left.
--
-- Parameters
--   p_user_id  users.id of the person
--   p_change   1 or -1
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _profile_views_count;

DELIMITER //

CREATE PROCEDURE _profile_views_count (
    IN p_user_id BIGINT UNSIGNED,
    IN p_change TINYINT
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Count a view of a person, or take one back.'
BEGIN
    UPDATE alumni_profiles
    SET views_count = views_count + p_change, updated_at = updated_at
    WHERE user_id = p_user_id AND (p_change > 0 OR views_count > 0);
    IF ROW_COUNT() = 0 THEN
        UPDATE student_profiles
        SET views_count = views_count + p_change, updated_at = updated_at
        WHERE user_id = p_user_id AND (p_change > 0 OR views_count > 0);
    END IF;
END //

DELIMITER ;
