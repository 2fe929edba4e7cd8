-- _account_terms_write: store the search terms by which the office finds an account.
--
-- Called by _directory_write, in the transaction of every change of a name or email address, and
-- when an account is created. Only differences are written, by full primary key.
--
-- Parameters
--   p_user_id  users.id
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _account_terms_write;

DELIMITER //

CREATE PROCEDURE _account_terms_write (IN p_user_id BIGINT UNSIGNED)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Store the search terms by which the office finds an account.'
BEGIN
    DECLARE v_terms JSON DEFAULT COALESCE(_account_terms_of(p_user_id), JSON_ARRAY());
    DECLARE v_gone JSON;
    DECLARE v_new JSON;

    -- Read first without a lock, so that nobody has to wait.
    SELECT JSON_ARRAYAGG(t.term) INTO v_gone
    FROM account_terms AS t
    LEFT JOIN JSON_TABLE(v_terms, '$[*]' COLUMNS (term VARCHAR(40) PATH '$')) AS n
        ON n.term = t.term
    WHERE t.user_id = p_user_id AND n.term IS NULL;
    SELECT JSON_ARRAYAGG(n.term) INTO v_new
    FROM JSON_TABLE(v_terms, '$[*]' COLUMNS (term VARCHAR(40) PATH '$')) AS n
    WHERE NOT EXISTS (
        SELECT 1 FROM account_terms AS t
        WHERE t.user_id = p_user_id AND t.term = n.term
    );

    IF v_gone IS NOT NULL THEN
        DELETE /*+ JOIN_ORDER(g, t) JOIN_INDEX(t PRIMARY) */ t
        FROM JSON_TABLE(v_gone, '$[*]' COLUMNS (term VARCHAR(40) PATH '$')) AS g
        JOIN account_terms AS t ON t.user_id = p_user_id AND t.term = g.term;
    END IF;
    IF v_new IS NOT NULL THEN
        -- Two terms that differ only in accents are equal in this collation.
        INSERT IGNORE INTO account_terms (user_id, term)
        SELECT
            p_user_id,
            n.term
        FROM JSON_TABLE(v_new, '$[*]' COLUMNS (term VARCHAR(40) PATH '$')) AS n;
    END IF;
END //

DELIMITER ;
