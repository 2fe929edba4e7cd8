-- names_of: a comma-separated list as people type it, as an array of different names.
--
-- Parameters
--   p_list  such as 'Python, SQL,, python '; NULL: none
-- Returns
--   JSON array: blanks around names and repetitions (as the collation compares) left out

DROP FUNCTION IF EXISTS names_of;

DELIMITER //

CREATE FUNCTION names_of(p_list TEXT)
RETURNS JSON
DETERMINISTIC
NO SQL
SQL SECURITY DEFINER
COMMENT 'A comma-separated list as an array of different names.'
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
