-- skill_domain_save: add a domain of skills, or change one.
--
-- What it is searched by follows in a moment (ev_rewrite_search).
--
-- Parameters
--   p_actor_id         users.id of an admin
--   p_domain_id        skill_domains.id; NULL: a new one
--   p_name             at most 80 characters
--   p_idempotency_key  made with the form; NULL: no protection against sending twice
-- Result sets
--   lookup (one)  kind, id, name
-- Errors
--   45401  nobody is signed in
--   45403  the actor is no admin
--   45404  there is no such row
--   45409  another one has that name, or it is Other
--   45422  a value is unacceptable
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
COMMENT 'Add a domain of skills, or change one. | lookup: one'
BEGIN
    DECLARE v_id BIGINT UNSIGNED DEFAULT p_domain_id;
    DECLARE v_name VARCHAR(160);
    DECLARE v_is_retired BOOLEAN;
    DECLARE v_before JSON;

    -- The unique key decides, also between two who add the same at once.
    DECLARE EXIT HANDLER FOR 1062
    BEGIN
        ROLLBACK;
        SIGNAL SQLSTATE '45409'
            SET MESSAGE_TEXT = 'name: There is one of this name already: merge the two instead.';
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
    -- The skills that people add themselves go there by this name.
    IF v_name = 'Other' AND p_name <> 'Other' THEN
        SIGNAL SQLSTATE '45409' SET MESSAGE_TEXT = 'name: Other is where new skills go: it stays.';
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
