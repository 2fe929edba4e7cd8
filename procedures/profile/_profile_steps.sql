-- _profile_steps: list the steps to a complete profile and their state.
--
-- Parameters
--   p_user_id  users.id
-- Result sets
--   steps (many)  name, label, points, is_done
-- Errors
--   none

DROP PROCEDURE IF EXISTS _profile_steps;

DELIMITER //

CREATE PROCEDURE _profile_steps (IN p_user_id BIGINT UNSIGNED)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'List the steps to a complete profile and their state. | steps: many'
BEGIN
    SELECT
        t.name,
        t.label,
        t.points,
        t.is_done
    FROM
        JSON_TABLE(
            _profile_steps_of(p_user_id), '$[*]'
            COLUMNS (
                place FOR ORDINALITY,
                name VARCHAR(20) PATH '$.name',
                label VARCHAR(120) PATH '$.label',
                points TINYINT UNSIGNED PATH '$.points',
                is_done TINYINT(1) PATH '$.is_done'
            )
        ) AS t
    ORDER BY t.place;
END //

DELIMITER ;
