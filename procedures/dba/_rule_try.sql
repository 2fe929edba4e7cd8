-- _rule_try: run a statement that breaks a rule, and note whether the database refused it.
--
-- For db/selfcheck.sql, which makes the temporary table `selfcheck` and rolls back what goes
-- through. Runs with the rights of who calls: the statement is theirs.
--
-- Parameters
--   p_rule       what is tried, in words
--   p_statement  what breaks it
--   p_refusal    error number and, after a space, a part of its message
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
COMMENT 'Run a statement that breaks a rule, and note whether it was refused.'
BEGIN
    DECLARE v_errno INT;
    DECLARE v_rows_count INT;
    DECLARE v_message VARCHAR(500);

    BEGIN
        DECLARE EXIT HANDLER FOR SQLEXCEPTION
        BEGIN
            GET DIAGNOSTICS CONDITION 1 v_errno = MYSQL_ERRNO, v_message = MESSAGE_TEXT;
        END;
        -- A value that is no word of an ENUM has the number of an error and the state of a warning.
        DECLARE EXIT HANDLER FOR SQLWARNING
        BEGIN
            GET DIAGNOSTICS v_rows_count = ROW_COUNT;
            IF v_rows_count = -1 THEN
                GET DIAGNOSTICS CONDITION 1 v_errno = MYSQL_ERRNO, v_message = MESSAGE_TEXT;
            END IF;
        END;

        SET @rule_statement = p_statement;
        PREPARE rule_statement FROM @rule_statement;
        EXECUTE rule_statement;
        DEALLOCATE PREPARE rule_statement;
    END;

    INSERT INTO selfcheck (section, name, expected, found, is_ok)
    VALUES (
        'rules, tried',
        p_rule,
        CONCAT('refused: ', p_refusal),
        COALESCE(LEFT(CONCAT('refused: ', v_errno, ' ', v_message), 200), 'it went through'),
        COALESCE(
            v_errno = SUBSTRING_INDEX(p_refusal, ' ', 1)
            AND LOCATE(SUBSTRING(p_refusal, LOCATE(' ', p_refusal) + 1), v_message) > 0,
            0
        )
    );
END //

DELIMITER ;
