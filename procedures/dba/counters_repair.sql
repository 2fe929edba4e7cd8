-- counters_repair: set every stored counter that is wrong to the number of the rows it counts.
--
-- For a DBA, after rows were written while triggers did not run. One transaction for all; if it is
-- the victim of a deadlock (1213), call it again.
--
-- Parameters
--   p_actor_id  users.id of an admin; NULL: the DBA
-- Result sets
--   repaired (many)  counter (table.column), id (of the row; of conversation_participants,
--                    of the conversation), kept (until now), counted; the first 1,000
--   summary (one)    repaired_count
-- Errors
--   45401  the actor may not act
--   45403  the actor is not an admin
-- Example
--   CALL counters_repair(NULL);

DROP PROCEDURE IF EXISTS counters_repair;

DELIMITER //

CREATE PROCEDURE counters_repair (IN p_actor_id BIGINT UNSIGNED)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Set wrong counters to what they count. | repaired: many, summary: one'
BEGIN
    DECLARE v_differences JSON;
    DECLARE v_name VARCHAR(80);
    DECLARE v_is_done BOOLEAN DEFAULT 0;
    -- A loop: each counter is a column of another table.
    DECLARE c_counters CURSOR FOR
        SELECT c.name
        FROM counters AS c
        WHERE
            c.name IN (
                SELECT d.counter
                FROM
                    JSON_TABLE(
                        v_differences, '$[*]' COLUMNS (counter VARCHAR(80) PATH '$.counter')
                    ) AS d
            )
        ORDER BY c.name;

    DECLARE CONTINUE HANDLER FOR NOT FOUND SET v_is_done = 1;
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_dba(p_actor_id);
    START TRANSACTION;
    CALL _counters_compare(v_differences);
    SET @counters_wrong = v_differences;
    OPEN c_counters;
    FETCH c_counters INTO v_name;
    WHILE NOT v_is_done DO
        CALL _counter_repair(v_name);
        FETCH c_counters INTO v_name;
    END WHILE;
    CLOSE c_counters;
    COMMIT;

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

    SELECT COALESCE(JSON_LENGTH(v_differences), 0) AS repaired_count;
END //

DELIMITER ;
