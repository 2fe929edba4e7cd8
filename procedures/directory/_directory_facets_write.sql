-- _directory_facets_write: store the filter values of a person, writing only differences.
--
-- Parameters
--   p_user_id    users.id of a listed person
--   p_directory  alumni or students
--   p_facets     from _directory_facets_of
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _directory_facets_write;

DELIMITER //

CREATE PROCEDURE _directory_facets_write (
    IN p_user_id BIGINT UNSIGNED,
    IN p_directory VARCHAR(10),
    IN p_facets JSON
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Store the filter values of a person, writing only differences.'
BEGIN
    DECLARE v_gone JSON;

    SELECT JSON_ARRAYAGG(JSON_ARRAY(f.facet, f.value_id)) INTO v_gone
    FROM directory_facets AS f
    LEFT JOIN JSON_TABLE(
        p_facets, '$[*]' COLUMNS (
            facet VARCHAR(10) PATH '$[0]',
            value_id BIGINT UNSIGNED PATH '$[1]'
        )
    ) AS n ON n.facet = f.facet AND n.value_id = f.value_id
    WHERE f.user_id = p_user_id AND n.facet IS NULL;

    IF v_gone IS NOT NULL THEN
        DELETE /*+ JOIN_ORDER(g, f) JOIN_INDEX(f PRIMARY) */ f
        FROM
            JSON_TABLE(
                v_gone, '$[*]' COLUMNS (
                    facet VARCHAR(10) PATH '$[0]',
                    value_id BIGINT UNSIGNED PATH '$[1]'
                )
            ) AS g
        JOIN directory_facets AS f
            ON f.user_id = p_user_id AND f.facet = g.facet AND f.value_id = g.value_id;
    END IF;
    IF p_facets IS NOT NULL THEN
        INSERT INTO directory_facets (user_id, facet, value_id, level, directory)
        SELECT
            p_user_id,
            n.facet,
            n.value_id,
            n.level,
            p_directory
        FROM
            JSON_TABLE(
                p_facets, '$[*]' COLUMNS (
                    facet VARCHAR(10) PATH '$[0]',
                    value_id BIGINT UNSIGNED PATH '$[1]',
                    level TINYINT UNSIGNED PATH '$[2]'
                )
            ) AS n
        ON DUPLICATE KEY UPDATE level = n.level;
    END IF;
END //

DELIMITER ;
