-- profile_completeness_of: how complete a profile is.
--
-- Parameters
--   p_user_id  users.id
-- Returns
--   points of the steps that are done, 0 to 100; NULL where there is no such active account

DROP FUNCTION IF EXISTS profile_completeness_of;

DELIMITER //

CREATE FUNCTION profile_completeness_of(p_user_id BIGINT UNSIGNED)
RETURNS TINYINT UNSIGNED
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'How complete a profile is.'
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
