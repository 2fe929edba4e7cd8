-- _people_fit: filter accounts by a search of the office, in the order of its list.
--
-- Parameters
--   p_ids            users.id of the accounts, about 2,000 at most
--   p_terms          search terms, from search_terms_of; the first three are used
--   p_id             an account to include regardless of the words, even if erased; NULL: none
--   p_role_id        roles.id; NULL: any
--   p_state          users.state; NULL: any except erased
--   p_is_by_sign_in  1: order by last_signed_in_at and id; 0: order by id
--   p_is_descending  1: descending
--   p_after_second   start of the page: last_signed_in_at in Unix seconds; 0: never signed in, or
--                    not ordered by sign-in
--   p_after_id       and users.id; NULL: from the first account
--   p_count          maximum number of matches
--   p_found          JSON array of place (from 1), id and second, unordered
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _people_fit;

DELIMITER //

CREATE PROCEDURE _people_fit (
    IN p_ids JSON,
    IN p_terms JSON,
    IN p_id BIGINT UNSIGNED,
    IN p_role_id TINYINT UNSIGNED,
    IN p_state VARCHAR(10),
    IN p_is_by_sign_in BOOLEAN,
    IN p_is_descending BOOLEAN,
    IN p_after_second BIGINT UNSIGNED,
    IN p_after_id BIGINT UNSIGNED,
    IN p_count INT UNSIGNED,
    OUT p_found JSON
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Filter accounts by a search of the office, in the order of its list.'
BEGIN
    DECLARE v_direction TINYINT DEFAULT IF(p_is_descending, -1, 1);
    DECLARE v_from_second BIGINT DEFAULT v_direction * CAST(p_after_second AS SIGNED);
    DECLARE v_from_id BIGINT DEFAULT v_direction * CAST(p_after_id AS SIGNED);
    DECLARE v_term1 VARCHAR(41) DEFAULT prefix_of(p_terms, 0);
    DECLARE v_term2 VARCHAR(41) DEFAULT prefix_of(p_terms, 1);
    DECLARE v_term3 VARCHAR(41) DEFAULT prefix_of(p_terms, 2);

    -- Both keys rise from the first account of the list to the last, whatever its order is.
    WITH fitting AS (
        SELECT
            u.id,
            v_direction * CAST(u.id AS SIGNED) AS id_key,
            v_direction * IF(
                p_is_by_sign_in,
                COALESCE(TIMESTAMPDIFF(SECOND, '1970-01-01', u.last_signed_in_at), 0),
                0
            ) AS second_key
        FROM JSON_TABLE(p_ids, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')) AS k
        JOIN users AS u ON u.id = k.id
        WHERE
            (p_role_id IS NULL OR u.role_id = p_role_id)
            AND IF(p_state IS NULL, u.state <> 'erased' OR u.id <=> p_id, u.state = p_state)
            AND (
                u.id <=> p_id
                OR (
                    (
                        v_term1 IS NULL
                        OR EXISTS (
                            SELECT 1 FROM account_terms AS t
                            WHERE t.user_id = u.id AND t.term LIKE v_term1
                        )
                    )
                    AND (
                        v_term2 IS NULL
                        OR EXISTS (
                            SELECT 1 FROM account_terms AS t
                            WHERE t.user_id = u.id AND t.term LIKE v_term2
                        )
                    )
                    AND (
                        v_term3 IS NULL
                        OR EXISTS (
                            SELECT 1 FROM account_terms AS t
                            WHERE t.user_id = u.id AND t.term LIKE v_term3
                        )
                    )
                )
            )
    ),

    page AS (
        SELECT
            id,
            ABS(second_key) AS second,
            ROW_NUMBER() OVER (ORDER BY second_key, id_key) AS place
        FROM fitting
        WHERE
            p_after_id IS NULL
            OR second_key > v_from_second
            OR (second_key = v_from_second AND id_key > v_from_id)
        ORDER BY place
        LIMIT p_count
    )

    SELECT
        COALESCE(
            JSON_ARRAYAGG(JSON_OBJECT('place', place, 'id', id, 'second', second)), JSON_ARRAY()
        )
    INTO p_found
    FROM page;
END //

DELIMITER ;
