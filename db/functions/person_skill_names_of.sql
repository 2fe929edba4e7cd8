-- person_skill_names_of: list the skills of a person, best first.
--
-- Parameters
--   p_user_id  users.id
--   p_most     maximum number of skills
-- Returns
--   names separated by commas and blanks; NULL: none

DROP FUNCTION IF EXISTS person_skill_names_of;

DELIMITER //

CREATE FUNCTION person_skill_names_of(p_user_id BIGINT UNSIGNED, p_most INT UNSIGNED)
RETURNS TEXT
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'List the skills of a person, best first.'
BEGIN
    DECLARE v_names TEXT;

    SELECT GROUP_CONCAT(b.name ORDER BY b.level DESC, b.name ASC SEPARATOR ', ')
    INTO v_names
    FROM (
        SELECT
            k.name,
            p.level
        FROM vw_person_skills AS p
        JOIN skills AS k ON k.id = p.skill_id
        WHERE p.user_id = p_user_id
        ORDER BY p.level DESC, k.name ASC
        LIMIT p_most
    ) AS b;
    RETURN v_names;
END //

DELIMITER ;
