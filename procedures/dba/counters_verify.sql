-- counters_verify: compare every stored counter with the rows that it counts.
--
-- Parameters
--   p_actor_id  users.id of an admin; NULL: the DBA
-- Result sets
--   differences (many)  counter (table.column), id (of the row; of conversation_participants,
--                       of the conversation), kept, counted; the first 1,000
--   summary (one)       differences_count, counters_count
-- Errors
--   45401  the actor may not act
--   45403  the actor is not an admin
-- Example
--   CALL counters_verify(NULL);

DROP PROCEDURE IF EXISTS counters_verify;

DELIMITER //

CREATE PROCEDURE counters_verify (IN p_actor_id BIGINT UNSIGNED)
READS SQL DATA
SQL SECURITY DEFINER
COMMENT 'Compare stored counters with the rows they count. | differences: many, summary: one'
BEGIN
    DECLARE v_differences JSON;

    CALL _require_dba(p_actor_id);
    CALL _counters_compare(v_differences);

    SELECT
        d.counter,
        d.id,
        d.kept,
        d.counted
    FROM
        JSON_TABLE(
            COALESCE(v_differences, JSON_ARRAY()), '$[*]' COLUMNS (
                counter VARCHAR(80) PATH '$.counter',
                id BIGINT UNSIGNED PATH '$.id',
                kept VARCHAR(30) PATH '$.kept',
                counted VARCHAR(30) PATH '$.counted'
            )
        ) AS d
    ORDER BY d.counter, d.id
    LIMIT 1000;

    SELECT
        COALESCE(JSON_LENGTH(v_differences), 0) AS differences_count,
        (SELECT COUNT(*) FROM counters) AS counters_count;
END //

DELIMITER ;
