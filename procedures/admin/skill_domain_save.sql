-- skill_domain_save: add or change a domain of skills.
--
-- Its search terms are updated shortly after (ev_rewrite_search).
--
-- Parameters
--   p_actor_id         users.id of an admin
--   p_domain_id        skill_domains.id; NULL: a new one
--   p_name             at most 80 characters
--   p_idempotency_key  created with the form; NULL: no protection against submitting twice
-- Result sets
--   lookup (one)  kind, id, name
-- Errors
--   45401  not signed in
--   45403  the actor is not an admin
--   45404  no such entry
--   45409  another entry has that name, or it is Other
--   45422  invalid value
-- Example
--   CALL skill_domain_save(1, NULL, 'Gastronomy', NULL);

DROP PROCEDURE IF EXISTS skill_domain_save;

DELIMITER //

CREATE PROCEDURE skill_domain_save (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_domain_id BIGINT UNSIGNED,
    IN p_name VARCHAR(1000),
    IN p_idempotency_key VARCHAR(64)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Add or change a domain of skills. | lookup: one'
BEGIN
    DECLARE v_id BIGINT UNSIGNED DEFAULT p_domain_id;
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
    CALL _require_text('name', p_name, 80, 1, 0);

    START TRANSACTION;
    IF p_domain_id IS NULL THEN
        CALL _idempotency_claim(p_actor_id, 'skill_domain_save', p_idempotency_key, v_id);
    ELSE
        CALL _lookup_lock('skill_domains', p_domain_id, v_name, v_is_retired);
    END IF;
    -- Skills that people add themselves go to the domain with this name.
    IF v_name = 'Other' AND p_name <> 'Other' THEN
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'name: New skills go to the domain Other, so it cannot be changed.';
    END IF;
    IF v_id IS NULL THEN
        INSERT INTO skill_domains (name, created_by, updated_by)
        VALUES (p_name, p_actor_id, p_actor_id);
        SET v_id = LAST_INSERT_ID();
        CALL _audit(
            p_actor_id, 'skill_domain_save', 'skill_domains', v_id, NULL,
            JSON_OBJECT('name', p_name)
        );
        CALL _idempotency_record(p_actor_id, 'skill_domain_save', p_idempotency_key, v_id);
    ELSEIF p_domain_id IS NOT NULL THEN
        SELECT JSON_OBJECT('name', name) INTO v_before
        FROM skill_domains
        WHERE id = v_id;
        UPDATE skill_domains
        SET
            name = p_name,
            updated_by = p_actor_id
        WHERE id = v_id;
        CALL _audit(
            p_actor_id, 'skill_domain_save', 'skill_domains', v_id, v_before,
            JSON_OBJECT('name', p_name)
        );
        IF NOT v_name <=> p_name THEN
            CALL _search_rewrites_queue('skill_domains', v_id);
        END IF;
    END IF;
    COMMIT;

    SELECT
        'skill_domains' AS kind,
        id,
        name
    FROM skill_domains
    WHERE id = v_id;
END //

DELIMITER ;
