-- _rule_try: run a statement and record whether the database refused it as expected.
--
-- For db/selfcheck.sql, which creates the temporary table `selfcheck` and rolls back successful
-- statements. Runs with the caller's privileges.
--
-- Parameters
--   p_rule       description of the rule
--   p_statement  a statement that violates a rule or fires a trigger
--   p_refusal    error number, a space, and part of its message; NULL: the statement succeeds
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _rule_try;

DELIMITER //

CREATE PROCEDURE _rule_try (
    IN p_rule VARCHAR(200),
    IN p_statement VARCHAR(1000),
    IN p_refusal VARCHAR(200)
)
MODIFIES SQL DATA
SQL SECURITY INVOKER
COMMENT 'Run a statement and record whether it was refused as expected.'
BEGIN
    DECLARE v_errno INT;
    DECLARE v_message VARCHAR(500);
    DECLARE v_found VARCHAR(600);
    DECLARE v_attempts_count TINYINT UNSIGNED DEFAULT 0;

    -- 1615: while others create routines, the server gives up preparing after three attempts.
    -- The statement has not run then.
    REPEAT
        SET v_errno = NULL, v_attempts_count = v_attempts_count + 1;
        BEGIN
            DECLARE EXIT HANDLER FOR SQLEXCEPTION
            BEGIN
                GET DIAGNOSTICS CONDITION 1 v_errno = MYSQL_ERRNO, v_message = MESSAGE_TEXT;
            END;
            -- "Data truncated" is an error in strict mode, but keeps the SQLSTATE of a warning.
            DECLARE EXIT HANDLER FOR 1265
            BEGIN
                GET DIAGNOSTICS CONDITION 1 v_errno = MYSQL_ERRNO, v_message = MESSAGE_TEXT;
            END;

            SET @rule_statement = p_statement;
            PREPARE rule_statement FROM @rule_statement;
            EXECUTE rule_statement;
            DEALLOCATE PREPARE rule_statement;
        END;
    UNTIL COALESCE(v_errno, 0) <> 1615 OR v_attempts_count = 20 END REPEAT;

    SET v_found = COALESCE(CONCAT('refused: ', v_errno, ' ', v_message), 'goes through');
    INSERT INTO selfcheck (section, name, expected, found, is_ok)
    VALUES (
        IF(p_refusal IS NULL, 'triggers, tried', 'rules, tried'),
        p_rule,
        COALESCE(CONCAT('refused: ', p_refusal), 'goes through'),
        LEFT(v_found, 200),
        IF(
            p_refusal IS NULL,
            v_errno IS NULL,
            v_found LIKE CONCAT('refused: ', REPLACE(p_refusal, ' ', ' %'), '%')
        )
    );
END //

DELIMITER ;
