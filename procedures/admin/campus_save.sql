-- campus_save: add or change a campus.
--
-- Its search terms are updated shortly after (ev_rewrite_search).
--
-- Parameters
--   p_actor_id         users.id of an admin
--   p_campus_id        campuses.id; NULL: a new one
--   p_name             at most 120 characters
--   p_city             at most 120 characters; NULL: not given
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
--   CALL campus_save(1, NULL, 'Hill campus', 'Porto Alto', NULL);

DROP PROCEDURE IF EXISTS campus_save;

DELIMITER //

CREATE PROCEDURE campus_save (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_campus_id BIGINT UNSIGNED,
    IN p_name VARCHAR(1000),
    IN p_city VARCHAR(1000),
    IN p_idempotency_key VARCHAR(64)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Add or change a campus. | lookup: one'
BEGIN
    DECLARE v_id BIGINT UNSIGNED DEFAULT p_campus_id;
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
    CALL _require_text('name', p_name, 120, 1, 0);
    CALL _require_text('city', p_city, 120, 0, 0);

    START TRANSACTION;
    IF p_campus_id IS NULL THEN
        CALL _idempotency_claim(p_actor_id, 'campus_save', p_idempotency_key, v_id);
    ELSE
        CALL _lookup_lock('campuses', p_campus_id, v_name, v_is_retired);
    END IF;
    IF v_id IS NULL THEN
        INSERT INTO campuses (name, city, created_by, updated_by)
        VALUES (p_name, p_city, p_actor_id, p_actor_id);
        SET v_id = LAST_INSERT_ID();
        CALL _audit(
            p_actor_id, 'campus_save', 'campuses', v_id, NULL,
            JSON_OBJECT('name', p_name, 'city', p_city)
        );
        CALL _idempotency_record(p_actor_id, 'campus_save', p_idempotency_key, v_id);
    ELSEIF p_campus_id IS NOT NULL THEN
        SELECT JSON_OBJECT('name', name, 'city', city) INTO v_before
        FROM campuses
        WHERE id = v_id;
        UPDATE campuses
        SET
            name = p_name,
            city = p_city,
            updated_by = p_actor_id
        WHERE id = v_id;
        CALL _audit(
            p_actor_id, 'campus_save', 'campuses', v_id, v_before,
            JSON_OBJECT('name', p_name, 'city', p_city)
        );
        IF NOT v_name <=> p_name THEN
            CALL _search_rewrites_queue('campuses', v_id);
        END IF;
    END IF;
    COMMIT;

    SELECT
        'campuses' AS kind,
        id,
        name
    FROM campuses
    WHERE id = v_id;
END //

DELIMITER ;
