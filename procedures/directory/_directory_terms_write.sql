-- _directory_terms_write: store the search terms of a person, writing only differences.
--
-- Parameters
--   p_user_id    users.id of a listed person
--   p_directory  alumni or students
--   p_terms      from _directory_terms_of
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _directory_terms_write;

DELIMITER //

CREATE PROCEDURE _directory_terms_write (
    IN p_user_id BIGINT UNSIGNED,
    IN p_directory VARCHAR(10),
    IN p_terms JSON
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Store the search terms of a person, writing only differences.'
BEGIN
    DECLARE v_gone JSON;
    DECLARE v_new JSON;

    -- Read first without a lock, so that nobody has to wait.
    SELECT JSON_ARRAYAGG(JSON_ARRAY(t.term, t.field, t.audience)) INTO v_gone
    FROM directory_terms AS t
    LEFT JOIN JSON_TABLE(
        p_terms, '$[*]' COLUMNS (
            term VARCHAR(40) PATH '$[0]',
            field VARCHAR(20) PATH '$[1]',
            audience VARCHAR(30) PATH '$[2]'
        )
    ) AS n ON n.term = t.term AND n.field = t.field AND n.audience = t.audience
    WHERE t.user_id = p_user_id AND n.term IS NULL;

    SELECT JSON_ARRAYAGG(JSON_ARRAY(n.term, n.field, n.audience)) INTO v_new
    FROM
        JSON_TABLE(
            p_terms, '$[*]' COLUMNS (
                term VARCHAR(40) PATH '$[0]',
                field VARCHAR(20) PATH '$[1]',
                audience VARCHAR(30) PATH '$[2]'
            )
        ) AS n
    WHERE NOT EXISTS (
        SELECT 1
        FROM directory_terms AS t
        WHERE
            t.user_id = p_user_id
            AND t.term = n.term
            AND t.field = n.field
            AND t.audience = n.audience
    );

    IF v_gone IS NOT NULL THEN
        DELETE /*+ JOIN_ORDER(g, t) JOIN_INDEX(t PRIMARY) */ t
        FROM
            JSON_TABLE(
                v_gone, '$[*]' COLUMNS (
                    term VARCHAR(40) PATH '$[0]',
                    field VARCHAR(20) PATH '$[1]',
                    audience VARCHAR(30) PATH '$[2]'
                )
            ) AS g
        JOIN directory_terms AS t
            ON
                t.user_id = p_user_id
                AND t.term = g.term
                AND t.field = g.field
                AND t.audience = g.audience;
    END IF;
    IF v_new IS NOT NULL THEN
        INSERT INTO directory_terms (user_id, term, field, audience, directory)
        SELECT
            p_user_id,
            n.term,
            n.field,
            n.audience,
            p_directory
        FROM JSON_TABLE(
            v_new, '$[*]' COLUMNS (
                term VARCHAR(40) PATH '$[0]',
                field VARCHAR(20) PATH '$[1]',
                audience VARCHAR(30) PATH '$[2]'
            )
        ) AS n;
    END IF;
END //

DELIMITER ;
