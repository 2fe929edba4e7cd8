-- profile_completeness_of: return how complete a profile is, in percent.
--
-- Parameters
--   p_user_id  users.id
-- Returns
--   points of the completed steps, 0 to 100; NULL if there is no such active account

DROP FUNCTION IF EXISTS profile_completeness_of;

DELIMITER //

CREATE FUNCTION profile_completeness_of(p_user_id BIGINT UNSIGNED)
RETURNS TINYINT UNSIGNED
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Return how complete a profile is, in percent.'
BEGIN
    RETURN (
        SELECT SUM(IF(t.is_done, t.points, 0))
        FROM
            JSON_TABLE(
                _profile_steps_of(p_user_id), '$[*]'
                COLUMNS (
                    points TINYINT UNSIGNED PATH '$.points',
                    is_done TINYINT(1) PATH '$.is_done'
                )
            ) AS t
    );
END //

DELIMITER ;
