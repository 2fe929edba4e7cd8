-- degree_save: add or change a degree.
--
-- Its search terms are updated shortly after (ev_rewrite_search).
--
-- Parameters
--   p_actor_id         users.id of an admin
--   p_degree_id        degrees.id; NULL: a new one
--   p_name             in full, at most 160 characters
--   p_abbreviation     at most 40 characters; NULL: none
--   p_level            certificate, bachelor, master or doctorate
--   p_semesters_count  standard duration, 1 to 20
--   p_idempotency_key  created with the form; NULL: no protection against submitting twice
-- Result sets
--   lookup (one)  kind, id, name
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45404  no such entry
--   45409  another entry has that name
--   45422  invalid value
-- Example
--   CALL degree_save(1, NULL, 'Doctor of Law', 'LLD', 'doctorate', 6, NULL);

DROP PROCEDURE IF EXISTS degree_save;

DELIMITER //

CREATE PROCEDURE degree_save (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_degree_id BIGINT UNSIGNED,
    IN p_name VARCHAR(1000),
    IN p_abbreviation VARCHAR(1000),
    IN p_level VARCHAR(20),
    IN p_semesters_count SMALLINT,
    IN p_idempotency_key VARCHAR(64)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Add or change a degree. | lookup: one'
BEGIN
    DECLARE v_id BIGINT UNSIGNED DEFAULT p_degree_id;
    DECLARE v_name VARCHAR(160);
    DECLARE v_is_retired BOOLEAN;
    DECLARE v_before JSON;

    -- The unique key decides, also when two people add the same name at the same time.
    DECLARE EXIT HANDLER FOR 1062
    BEGIN
        ROLLBACK;
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'name: This name is already in use. Merge the two entries instead.';
    END;

    DECLARE EXIT HANDLER FOR SQLEXCEPTION
    BEGIN
        ROLLBACK;
        RESIGNAL;
    END;

    CALL _require_admin(p_actor_id);
    CALL _require_text('name', p_name, 160, 1, 0);
    CALL _require_text('abbreviation', p_abbreviation, 40, 0, 0);
    IF p_level IS NULL OR p_level NOT IN ('certificate', 'bachelor', 'master', 'doctorate') THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'level: Choose certificate, bachelor, master or doctorate.';
    END IF;
    IF p_semesters_count IS NULL OR p_semesters_count NOT BETWEEN 1 AND 20 THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'semesters_count: Enter a number from 1 to 20.';
    END IF;

    START TRANSACTION;
    IF p_degree_id IS NULL THEN
        CALL _idempotency_claim(p_actor_id, 'degree_save', p_idempotency_key, v_id);
    ELSE
        CALL _lookup_lock('degrees', p_degree_id, v_name, v_is_retired);
    END IF;
    IF v_id IS NULL THEN
        INSERT INTO degrees (name, abbreviation, level, semesters_count, created_by, updated_by)
        VALUES (p_name, p_abbreviation, p_level, p_semesters_count, p_actor_id, p_actor_id);
        SET v_id = LAST_INSERT_ID();
        CALL _audit(
            p_actor_id, 'degree_save', 'degrees', v_id, NULL,
            JSON_OBJECT(
                'name',
                p_name,
                'abbreviation',
                p_abbreviation,
                'level',
                p_level,
                'semesters_count',
                p_semesters_count
            )
        );
        CALL _idempotency_record(p_actor_id, 'degree_save', p_idempotency_key, v_id);
    ELSEIF p_degree_id IS NOT NULL THEN
        SELECT
            JSON_OBJECT(
                'name',
                name,
                'abbreviation',
                abbreviation,
                'level',
                level,
                'semesters_count',
                semesters_count
            )
        INTO v_before
        FROM degrees
        WHERE id = v_id;
        UPDATE degrees
        SET
            name = p_name,
            abbreviation = p_abbreviation,
            level = p_level,
            semesters_count = p_semesters_count,
            updated_by = p_actor_id
        WHERE id = v_id;
        CALL _audit(
            p_actor_id, 'degree_save', 'degrees', v_id, v_before,
            JSON_OBJECT(
                'name',
                p_name,
                'abbreviation',
                p_abbreviation,
                'level',
                p_level,
                'semesters_count',
                p_semesters_count
            )
        );
        IF
            NOT v_name <=> p_name
            OR NOT v_before ->> '$.abbreviation' <=> COALESCE(p_abbreviation, 'null')
        THEN
            CALL _search_rewrites_queue('degrees', v_id);
        END IF;
    END IF;
    COMMIT;

    SELECT
        'degrees' AS kind,
        id,
        name
    FROM degrees
    WHERE id = v_id;
END //

DELIMITER ;
