-- _counters_compare: list every registered counter that differs from the rows it counts.
--
-- One statement reads everything, so that it sees one snapshot even while people are active.
--
-- Parameters
--   p_differences  array of {counter, id, kept, counted}; NULL: none
-- Result sets
--   none
-- Errors
--   none

DROP PROCEDURE IF EXISTS _counters_compare;

DELIMITER //

CREATE PROCEDURE _counters_compare (OUT p_differences JSON)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'List every registered counter that differs from the rows it counts.'
BEGIN
    SELECT
        /*+ SET_VAR(group_concat_max_len = 100000) */
        CONCAT(
            'SELECT JSON_ARRAYAGG(JSON_OBJECT(''counter'', d.counter, ''id'', d.id,',
            ' ''kept'', d.kept, ''counted'', d.counted)) INTO @counters_differences FROM (',
            GROUP_CONCAT(
                'SELECT ''', c.name, ''' AS counter, k.', c.id_column, ' AS id,',
                ' CAST(k.', SUBSTRING_INDEX(c.name, '.', -1), ' AS CHAR) AS kept,',
                ' CAST((', c.counted, ') AS CHAR) AS counted',
                ' FROM ', SUBSTRING_INDEX(c.name, '.', 1), ' AS k HAVING NOT kept <=> counted'
                ORDER BY c.name
                SEPARATOR ' UNION ALL '
            ),
            ') AS d'
        )
    INTO @counters_statement
    FROM counters AS c;
    PREPARE compare FROM @counters_statement;
    EXECUTE compare;
    DEALLOCATE PREPARE compare;
    SET p_differences = @counters_differences;
END //

DELIMITER ;
