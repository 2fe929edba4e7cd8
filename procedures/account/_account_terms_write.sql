-- _account_terms_write: store the words under which the office finds an account, as they are now.
--
-- Called by _directory_write, so in the transaction of every change of names or address, and when
-- an account is made. Only what differs is written, by whole keys.
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
COMMENT 'Store the words under which the office finds an account.'
BEGIN
    DECLARE v_terms JSON DEFAULT COALESCE(_account_terms_of(p_user_id), JSON_ARRAY());
    DECLARE v_gone JSON;
    DECLARE v_new JSON;

    -- Asked for first: what is read without a lock keeps nobody waiting.
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
        DELETE t FROM JSON_TABLE(v_gone, '$[*]' COLUMNS (term VARCHAR(40) PATH '$')) AS g
        JOIN account_terms AS t ON t.user_id = p_user_id AND t.term = g.term;
    END IF;
    IF v_new IS NOT NULL THEN
        -- Two terms that differ in accents only are one to the collation.
        INSERT IGNORE INTO account_terms (user_id, term)
        SELECT
            p_user_id,
            n.term
        FROM JSON_TABLE(v_new, '$[*]' COLUMNS (term VARCHAR(40) PATH '$')) AS n;
    END IF;
END //

DELIMITER ;
