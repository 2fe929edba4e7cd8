-- _directory_terms_of: return the search terms of a person, each with its field and audience.
--
-- Parameters
--   p_user_id    users.id of a listed person
--   p_directory  alumni or students
-- Returns
--   JSON array of [term, field, audience]; NULL: none

DROP FUNCTION IF EXISTS _directory_terms_of;

DELIMITER //

CREATE FUNCTION _directory_terms_of(p_user_id BIGINT UNSIGNED, p_directory VARCHAR(10))
RETURNS JSON
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Return the search terms of a person.'
BEGIN
    DECLARE v_texts JSON DEFAULT _directory_texts_of(p_user_id, p_directory);
    DECLARE v_terms JSON;

    SELECT JSON_ARRAYAGG(JSON_ARRAY(u.term, u.field, u.audience)) INTO v_terms
    FROM (
        SELECT
            x.field,
            x.audience,
            w.term
        FROM
            (
                -- Folded together: calling the function costs more than the text. As JSON,
                -- because GROUP_CONCAT truncates; its punctuation is folded away like any other.
                SELECT
                    y.field,
                    y.audience,
                    CAST(JSON_ARRAYAGG(y.content) AS CHAR) AS content
                FROM
                    JSON_TABLE(
                        v_texts, '$[*]' COLUMNS (
                            field VARCHAR(20) PATH '$[0]',
                            audience VARCHAR(30) PATH '$[1]',
                            content TEXT PATH '$[2]'
                        )
                    ) AS y
                GROUP BY y.field, y.audience
            ) AS x
        JOIN
            JSON_TABLE(
                search_terms_of(x.content, 1), '$[*]' COLUMNS (term VARCHAR(40) PATH '$')
            ) AS w
        GROUP BY x.field, x.audience, w.term
    ) AS u;
    RETURN v_terms;
END //

DELIMITER ;
