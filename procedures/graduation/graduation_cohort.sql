-- graduation_cohort: make alumni of many students at once.
--
-- All or nothing, but who is no student (any more) is reported and does not stop the others.
--
-- Parameters
--   p_actor_id         users.id of an admin
--   p_user_ids         users.id of at most 500 people, separated by commas; a JSON array as well
--   p_degree_id        degrees.id for all of them; NULL: each their own
--   p_graduation_year  for all of them; NULL: each the expected one, or this year where that lies
--                      in the future
-- Result sets
--   people (many)  id, name, result: graduated, alumni (was one already), admin, inactive (the
--                  account may not act now) or unknown (no such account)
-- Errors
--   45401  nobody is signed in
--   45403  the actor is no admin
--   45422  a value is unacceptable
-- Example
--   CALL graduation_cohort(1, '3, 2', NULL, YEAR(UTC_DATE()));

DROP PROCEDURE IF EXISTS graduation_cohort;

DELIMITER //

CREATE PROCEDURE graduation_cohort (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_user_ids TEXT,
    IN p_degree_id BIGINT UNSIGNED,
    IN p_graduation_year SMALLINT UNSIGNED
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Make alumni of many students at once. | people: many'
BEGIN
    DECLARE v_json TEXT DEFAULT IF(
        TRIM(p_user_ids) LIKE '[%', p_user_ids, CONCAT('[', COALESCE(p_user_ids, ''), ']')
    );
    DECLARE v_count INT UNSIGNED DEFAULT 0;
    DECLARE v_wrong_count INT UNSIGNED DEFAULT 0;
    DECLARE v_results JSON DEFAULT JSON_ARRAY();
    DECLARE v_position INT UNSIGNED DEFAULT 0;
    DECLARE v_user_id BIGINT UNSIGNED;
    DECLARE v_state VARCHAR(20);
    DECLARE v_is_done BOOLEAN DEFAULT 0;

    -- A lock an account in the order of their ids, whoever else graduates some of them at the same
    -- time: a join does not promise an order.
    DECLARE c_people CURSOR FOR
        SELECT DISTINCT n.id
        FROM JSON_TABLE(v_json, '$[*]' COLUMNS (id BIGINT UNSIGNED PATH '$')) AS n
        ORDER BY n.id;

    DECLARE CONTINUE HANDLER FOR NOT FOUND SET v_is_done = 1;
    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    -- Before the transaction, so that what it sees is as of the locks.
    CALL _require_admin(p_actor_id);
    IF JSON_VALID(v_json) THEN
        SELECT
            COUNT(*),
            -- A null is no word at all.
            COALESCE(SUM(COALESCE(JSON_TYPE(n.word), '') NOT IN ('INTEGER', 'UNSIGNED INTEGER')), 0)
        INTO v_count, v_wrong_count
        FROM JSON_TABLE(v_json, '$[*]' COLUMNS (word JSON PATH '$')) AS n;
    END IF;
    IF v_count = 0 THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'user_ids: Choose who has graduated.';
    ELSEIF v_count > 500 THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'user_ids: Choose at most 500 people at once.';
    ELSEIF v_wrong_count > 0 OR LOCATE('-', v_json) > 0 THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'user_ids: Choose people of the list.';
    END IF;
    CALL _require_graduation(p_degree_id, p_graduation_year);

    START TRANSACTION;
    -- All locks first: only then does anything read, and so sees what was there when it locked.
    OPEN c_people;
    FETCH c_people INTO v_user_id;
    WHILE NOT v_is_done DO
        CALL _graduand_lock(v_user_id, v_state);
        SET v_results = JSON_ARRAY_APPEND(v_results, '$', JSON_ARRAY(v_user_id, v_state));
        SET v_is_done = 0;
        FETCH c_people INTO v_user_id;
    END WHILE;
    CLOSE c_people;

    WHILE v_position < JSON_LENGTH(v_results) DO
        SET v_user_id = JSON_EXTRACT(v_results, CONCAT('$[', v_position, '][0]'));
        SET v_state = JSON_UNQUOTE(JSON_EXTRACT(v_results, CONCAT('$[', v_position, '][1]')));
        IF v_state = 'student' THEN
            CALL _graduate(
                p_actor_id, v_user_id, p_degree_id, p_graduation_year, 'graduation_cohort'
            );
            SET v_results = JSON_SET(v_results, CONCAT('$[', v_position, '][1]'), 'graduated');
        END IF;
        SET v_position = v_position + 1;
    END WHILE;
    COMMIT;

    SELECT
        n.id,
        n.result,
        name_of(n.id) AS name
    FROM
        JSON_TABLE(
            v_results, '$[*]' COLUMNS (
                position FOR ORDINALITY,
                id BIGINT UNSIGNED PATH '$[0]',
                result VARCHAR(20) PATH '$[1]'
            )
        ) AS n
    ORDER BY n.position;
END //

DELIMITER ;
