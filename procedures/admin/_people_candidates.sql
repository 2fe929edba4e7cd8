-- _people_candidates: find the accounts that match the rarest word of a search.
--
-- Parameters
--   p_terms       search terms, from search_terms_of
--   p_id          an account to include regardless of the words; NULL: none
--   p_candidates  users.id of all matches; NULL: every word matches more than 2,000 accounts, or no
--                 words
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _people_candidates;

DELIMITER //

CREATE PROCEDURE _people_candidates (
    IN p_terms JSON,
    IN p_id BIGINT UNSIGNED,
    OUT p_candidates JSON
)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Find the accounts that match the rarest word of a search.'
BEGIN
    DECLARE v_rarest VARCHAR(41);
    DECLARE v_count INT UNSIGNED;
    DECLARE v_fewest INT UNSIGNED DEFAULT 2001;
    DECLARE v_number TINYINT UNSIGNED DEFAULT 0;

    -- Three probes, each counting up to a limit.
    WHILE v_number < LEAST(JSON_LENGTH(p_terms), 3) DO
        SELECT COUNT(*) INTO v_count
        FROM (
            SELECT user_id
            FROM account_terms
            WHERE term LIKE prefix_of(p_terms, v_number)
            LIMIT 2001
        ) AS t;
        IF v_count < v_fewest THEN
            SET v_fewest = v_count, v_rarest = prefix_of(p_terms, v_number);
        END IF;
        SET v_number = v_number + 1;
    END WHILE;

    SET p_candidates = NULL;
    IF v_rarest IS NOT NULL OR p_id IS NOT NULL THEN
        SELECT COALESCE(JSON_ARRAYAGG(k.user_id), JSON_ARRAY()) INTO p_candidates
        FROM (
            SELECT user_id
            FROM account_terms
            WHERE term LIKE v_rarest
            UNION DISTINCT
            SELECT id
            FROM users
            WHERE id = p_id
        ) AS k;
    END IF;
END //

DELIMITER ;
