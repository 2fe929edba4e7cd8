-- _counter_repair: count the rows of one counter again where it is wrong.
--
-- Counts again under the locks of the UPDATE: what changed since the comparison is right as well.
-- @counters_wrong holds the differences of _counters_compare.
--
-- Parameters
--   p_name  counters.name
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _counter_repair;

DELIMITER //

CREATE PROCEDURE _counter_repair (IN p_name VARCHAR(80))
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Count the rows of one counter again where it is wrong.'
BEGIN
    SET @counters_name = p_name;
    SELECT
        CONCAT(
            'UPDATE ', SUBSTRING_INDEX(c.name, '.', 1), ' AS k',
            ' SET k.', SUBSTRING_INDEX(c.name, '.', -1), ' = (', c.counted, '),',
            ' k.updated_at = k.updated_at',
            ' WHERE k.', c.id_column, ' IN (SELECT d.id FROM JSON_TABLE(@counters_wrong, ''$[*]''',
            ' COLUMNS (counter VARCHAR(80) PATH ''$.counter'', id BIGINT UNSIGNED PATH ''$.id''))',
            ' AS d WHERE d.counter = @counters_name)'
        )
    INTO @counters_statement
    FROM counters AS c
    WHERE c.name = p_name
    FOR SHARE;
    PREPARE repair FROM @counters_statement;
    EXECUTE repair;
    DEALLOCATE PREPARE repair;
END //

DELIMITER ;
