-- skill_save: add or change a skill.
--
-- Its search terms are updated shortly after (ev_rewrite_search).
--
-- Parameters
--   p_actor_id         users.id of an admin
--   p_skill_id         skills.id; NULL: a new one
--   p_name             at most 60 characters, no comma
--   p_domain_id        skill_domains.id
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
--   CALL skill_save(1, NULL, 'Sourdough', 1, NULL);

DROP PROCEDURE IF EXISTS skill_save;

DELIMITER //

CREATE PROCEDURE skill_save (
    IN p_actor_id BIGINT UNSIGNED,
    IN p_skill_id BIGINT UNSIGNED,
    IN p_name VARCHAR(1000),
    IN p_domain_id BIGINT UNSIGNED,
    IN p_idempotency_key VARCHAR(64)
)
MODIFIES SQL DATA
SQL SECURITY DEFINER
COMMENT 'Add or change a skill. | lookup: one'
BEGIN
    DECLARE v_id BIGINT UNSIGNED DEFAULT p_skill_id;
    DECLARE v_name VARCHAR(160);
    DECLARE v_is_retired BOOLEAN;
    DECLARE v_before JSON;
    DECLARE v_domains_count INT UNSIGNED;

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
    CALL _require_text('name', p_name, 60, 1, 0);
    IF LOCATE(',', p_name) THEN
        SIGNAL SQLSTATE '45422'
            SET MESSAGE_TEXT = 'name: Leave out commas. They separate skills in lists.';
    END IF;
    SELECT COUNT(*) INTO v_domains_count
    FROM skill_domains
    WHERE id = p_domain_id;
    IF v_domains_count = 0 THEN
        SIGNAL SQLSTATE '45422' SET MESSAGE_TEXT = 'domain_id: Choose a domain from the list.';
    END IF;

    START TRANSACTION;
    IF p_skill_id IS NULL THEN
        CALL _idempotency_claim(p_actor_id, 'skill_save', p_idempotency_key, v_id);
    ELSE
        CALL _lookup_lock('skills', p_skill_id, v_name, v_is_retired);
    END IF;
    IF v_id IS NULL THEN
        INSERT INTO skills (domain_id, name, created_by, updated_by)
        VALUES (p_domain_id, p_name, p_actor_id, p_actor_id);
        SET v_id = LAST_INSERT_ID();
        CALL _audit(
            p_actor_id, 'skill_save', 'skills', v_id, NULL,
            JSON_OBJECT('domain_id', p_domain_id, 'name', p_name)
        );
        CALL _idempotency_record(p_actor_id, 'skill_save', p_idempotency_key, v_id);
    ELSEIF p_skill_id IS NOT NULL THEN
        SELECT JSON_OBJECT('domain_id', domain_id, 'name', name) INTO v_before
        FROM skills
        WHERE id = v_id;
        UPDATE skills
        SET
            domain_id = p_domain_id,
            name = p_name,
            updated_by = p_actor_id
        WHERE id = v_id;
        CALL _audit(
            p_actor_id, 'skill_save', 'skills', v_id, v_before,
            JSON_OBJECT('domain_id', p_domain_id, 'name', p_name)
        );
        IF NOT v_name <=> p_name OR v_before ->> '$.domain_id' <> p_domain_id THEN
            CALL _search_rewrites_queue('skills', v_id);
        END IF;
    END IF;
    COMMIT;

    SELECT
        'skills' AS kind,
        id,
        name
    FROM skills
    WHERE id = v_id;
END //

DELIMITER ;
