-- graduation_cohort: graduate many students in one transaction.
--
-- All or nothing, except that people who are not students are reported and do not stop the others.
--
-- Parameters
--   p_actor_id         users.id of an admin
--   p_user_ids         users.id of at most 500 people, separated by commas, or a JSON array
--   p_degree_id        degrees.id for all of them; NULL: that of each person
--   p_graduation_year  for all of them; NULL: each person's expected year, or this year if that is
--                      in the future
-- Result sets
--   people (many)  id, name, result: graduated, alumni (already), admin, inactive (the
--                  account may not act now) or unknown (no such account)
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45422  invalid value
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
COMMENT 'Graduate many students in one transaction. | people: many'
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

    -- Accounts are locked in the order of their ids, so that concurrent calls do not deadlock: a
    -- join does not guarantee an order.
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

    -- Called before the transaction, so that the snapshot is not older than the locks.
    CALL _require_admin(p_actor_id);
    IF JSON_VALID(v_json) THEN
        SELECT
            COUNT(*),
            -- NULL means not given.
            COALESCE(SUM(COALESCE(JSON_TYPE(n.word), '') NOT IN ('INTEGER', 'UNSIGNED INTEGER')), 0)
        INTO v_count, v_wrong_count
        FROM JSON_TABLE(v_json, '$[*]' COLUMNS (word JSON PATH '$')) AS n;
    END IF;
    IF v_count = 0 THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'user_ids: Choose at least one person.';
    ELSEIF v_count > 500 THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'user_ids: Choose at most 500 people.';
    ELSEIF v_wrong_count > 0 OR LOCATE('-', v_json) > 0 THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'user_ids: Choose people from the list.';
    END IF;
    CALL _require_graduation(p_degree_id, p_graduation_year);

    START TRANSACTION;
    -- All locks first: no read comes before them, so all reads are current.
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
