-- names_of: convert a comma-separated list to an array of distinct names.
--
-- Parameters
--   p_list  such as 'Python, SQL,, python '; NULL: none
-- Returns
--   JSON array without surrounding blanks and repetitions (compared by the collation)

DROP FUNCTION IF EXISTS names_of;

DELIMITER //

CREATE FUNCTION names_of(p_list TEXT)
RETURNS JSON
DETERMINISTIC
NO SQL
SQL SECURITY DEFINER
COMMENT 'Convert a comma-separated list to an array of distinct names.'
BEGIN
    RETURN COALESCE((
        SELECT JSON_ARRAYAGG(u.name)
        FROM (
            SELECT MIN(TRIM(n.name)) AS name
            FROM
                JSON_TABLE(
                    CONCAT('[', REPLACE(JSON_QUOTE(COALESCE(p_list, '')), ',', '","'), ']'),
                    '$[*]' COLUMNS (name VARCHAR(2000) PATH '$')
                ) AS n
            WHERE TRIM(n.name) <> ''
            GROUP BY TRIM(n.name)
        ) AS u
    ), JSON_ARRAY());
END //

DELIMITER ;
